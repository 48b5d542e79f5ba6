package dev.b3lb.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as tables for people: rules in rows, scenarios in columns, a few of them in each table. */
final class MarkdownTables {

    private static final int COLUMNS = 8;

    private interface Cell {
        String of(Scenario scenario, Contender contender);
    }

    private final Options options;
    private final Comparison comparison;

    MarkdownTables(Options options, Comparison comparison) {
        this.options = options;
        this.comparison = comparison;
    }

    String text() {
        return "Share of node-time above the capacity, in per cent: mean ± standard deviation over "
                + options.seeds() + " seeds.\n\n"
                + tables(this::overload)
                + "Utilisation: 99th percentile over node-time / highest of any node, means over the seeds.\n\n"
                + tables(this::utilisation)
                + "The rest, as means over all scenarios.\n\n"
                + others();
    }

    private String tables(Cell cell) {
        List<Scenario> all = options.scenarios();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i += COLUMNS) {
            text.append(table(all.subList(i, Math.min(all.size(), i + COLUMNS)), cell))
                    .append('\n');
        }
        return text.toString();
    }

    private String table(List<Scenario> scenarios, Cell cell) {
        return heading(scenarios, Scenario::slug)
                + options.contenders().stream()
                        .map(contender -> row(contender.title(), scenarios, scenario -> cell.of(scenario, contender)))
                        .collect(Collectors.joining());
    }

    private static <T> String heading(List<T> columns, Function<T, String> name) {
        return row("", columns, name) + row("---", columns, column -> "---");
    }

    private static <T> String row(String first, List<T> columns, Function<T, String> cell) {
        return "| " + first + " | " + columns.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private String overload(Scenario scenario, Contender contender) {
        List<Figures> runs = comparison.runs(scenario, contender);
        return format(
                "%.1f ± %.1f", 100 * Figures.mean(runs).overload(), 100 * Figures.spread(runs, Figures::overload));
    }

    private String utilisation(Scenario scenario, Contender contender) {
        Figures mean = comparison.mean(scenario, contender);
        return format("%.2f / %.2f", mean.p99(), mean.peak());
    }

    private String others() {
        List<String> names = List.of(
                "median utilisation",
                "attendee-hours on nodes above capacity",
                "% of meetings put where they do not fit",
                "max/mean",
                "Jain's index",
                "minutes until a node that is back or new has its share",
                "choices a second");
        return heading(names, name -> name)
                + options.contenders().stream().map(this::others).collect(Collectors.joining());
    }

    private String others(Contender contender) {
        List<Figures> means = new ArrayList<>();
        options.scenarios().forEach(scenario -> means.add(comparison.mean(scenario, contender)));
        Figures mean = Figures.mean(means);
        List<String> cells = List.of(
                format("%.2f", mean.median()),
                format("%.0f", mean.crowdedHours()),
                format("%.1f", 100 * mean.placedHot()),
                format("%.2f", mean.maxToMean()),
                format("%.2f", mean.jain()),
                format("%.0f", mean.rebalanceMinutes()),
                format("%,.0f", mean.decisionsPerSecond()));
        return row(contender.title(), cells, cell -> cell.replace("NaN", ""));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
