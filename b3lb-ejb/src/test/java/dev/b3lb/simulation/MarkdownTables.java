package dev.b3lb.simulation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as tables for people: rules in rows, scenarios in columns. */
final class MarkdownTables {

    private final Options options;
    private final Comparison comparison;

    MarkdownTables(Options options, Comparison comparison) {
        this.options = options;
        this.comparison = comparison;
    }

    String text() {
        return overload()
                + "\nUtilisation: 99th percentile over node-time / highest of any node.\n\n"
                + table(this::utilisation)
                + "\nEverything else, as means over the scenarios of this run.\n\n"
                + others();
    }

    private String overload() {
        return "Share of node-time above the capacity, in per cent: mean ± standard deviation over " + options.seeds()
                + " seeds.\n\n" + table(this::overload);
    }

    private interface Cell {
        String of(Scenario scenario, Contender contender);
    }

    private String table(Cell cell) {
        return row("", options.scenarios(), Scenario::title)
                + row("---", options.scenarios(), scenario -> "---")
                + options.contenders().stream()
                        .map(contender ->
                                row(contender.title(), options.scenarios(), scenario -> cell.of(scenario, contender)))
                        .collect(Collectors.joining());
    }

    private static <T> String row(String first, List<T> columns, Function<T, String> cell) {
        return "| " + first + " | " + columns.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private String overload(Scenario scenario, Contender contender) {
        List<Figures> runs = comparison.runs(scenario, contender);
        return format(
                "%.2f ± %.2f", 100 * Figures.mean(runs).overload(), 100 * Figures.spread(runs, Figures::overload));
    }

    private String utilisation(Scenario scenario, Contender contender) {
        Figures mean = comparison.mean(scenario, contender);
        return format("%.2f / %.2f", mean.p99(), mean.peak());
    }

    private String others() {
        List<String> names = List.of(
                "median utilisation",
                "attendee-hours on nodes above capacity",
                "% placed where they do not fit",
                "max/mean",
                "Jain's index",
                "minutes to rebalance",
                "choices per second");
        return row("", names, name -> name)
                + row("---", names, name -> "---")
                + options.contenders().stream().map(this::others).collect(Collectors.joining());
    }

    private String others(Contender contender) {
        Figures mean = Figures.mean(options.scenarios().stream()
                .map(scenario -> comparison.mean(scenario, contender))
                .toList());
        List<String> cells = List.of(
                format("%.2f", mean.median()),
                format("%.0f", mean.crowdedHours()),
                format("%.1f", 100 * mean.placedHot()),
                format("%.2f", mean.maxToMean()),
                format("%.3f", mean.jain()),
                format("%.0f", mean.rebalanceMinutes()),
                Double.isFinite(mean.decisionsPerSecond()) ? format("%,.0f", mean.decisionsPerSecond()) : "");
        return row(contender.title(), cells, cell -> cell.replace("NaN", ""));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
