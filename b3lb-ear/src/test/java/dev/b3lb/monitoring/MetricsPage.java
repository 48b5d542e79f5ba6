package dev.b3lb.monitoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of {@code docs/monitoring.md}.
 *
 * @param metrics each metric
 * @param values which values a label of a metric can have; what is missing may have any
 * @param severities each alert with its severity
 */
record MetricsPage(List<Metric> metrics, Map<LabelOf, Set<String>> values, Map<String, String> severities) {

    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern ALERT = Pattern.compile("(?m)^\\| (\\w+) \\| (critical|warning) \\| ");

    /** A row about a metric; an info has its name with {@code _info}. */
    record Metric(String name, String type, Set<String> labels) {

        /** How the text format calls its type, which knows no info. */
        Scrape.Family family() {
            return new Scrape.Family(name, type.equals("info") ? "gauge" : type);
        }

        /** Whether it is the same on every server. */
        boolean isOfTheCluster() {
            return !labels.contains("server");
        }
    }

    /** A label of a metric. */
    record LabelOf(String metric, String label) {}

    static MetricsPage parse(String page) {
        List<Metric> metrics = rows(page, "metrics").stream()
                .map(cells -> new Metric(codes(cells.get(0)).get(0), cells.get(1), Set.copyOf(codes(cells.get(2)))))
                .toList();
        Map<LabelOf, Set<String>> values = new HashMap<>();
        for (List<String> cells : rows(page, "labels")) {
            for (String metric : codes(cells.get(1))) {
                values.put(new LabelOf(metric, codes(cells.get(0)).get(0)), new TreeSet<>(codes(cells.get(2))));
            }
        }
        Map<String, String> severities =
                ALERT.matcher(page).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        return new MetricsPage(metrics, values, severities);
    }

    private static List<List<String>> rows(String page, String table) {
        String begin = "<!-- " + table + " begin -->";
        String end = "<!-- " + table + " end -->";
        return page.substring(page.indexOf(begin), page.indexOf(end))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(2).split(" \\| ")))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** The metric whose series have this name, which for histograms and summaries has one more word. */
    Optional<Metric> metricOfSeries(String name) {
        return metrics.stream()
                .filter(metric -> metric.family().sampleNames().contains(name))
                .findFirst();
    }
}
