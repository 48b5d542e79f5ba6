package dev.b3lb.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** All figures of all runs, one line each. */
final class CsvText {

    private CsvText() {}

    static String of(Options options, Comparison comparison) {
        StringBuilder text = new StringBuilder("scenario,contender,seed")
                .append(Figures.COLUMNS.stream()
                        .map(column -> "," + column.name())
                        .collect(Collectors.joining()))
                .append('\n');
        for (Scenario scenario : options.scenarios()) {
            for (Contender contender : options.contenders()) {
                List<Figures> runs = comparison.runs(scenario, contender);
                for (int i = 0; i < runs.size(); i++) {
                    text.append(scenario.slug()).append(',').append(contender.slug());
                    text.append(',').append(i + 1).append(cells(runs.get(i))).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String cells(Figures figures) {
        return Figures.COLUMNS.stream()
                .map(column -> "," + column.value().applyAsDouble(figures))
                .collect(Collectors.joining());
    }
}
