package dev.b3lb.monitoring;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How gauges of the whole cluster are to be read: a server that has lost the database goes on with what it knew last,
 * so it counts only as long as no other server has the database.
 */
final class ClusterGauges {

    private static final Set<String> TYPES = Set.of("gauge", "info");

    /** The one way to read a series; both times it has to be the same. */
    private static final Pattern READING = Pattern.compile("max(?: by \\([^)]*\\) )?"
            + "\\((?<series>(\\w+)(?:\\{[^}]*})?) unless on \\(job, instance\\) \\(b3lb_database_up == 0\\)"
            + " or \\k<series> unless on \\(\\) \\(b3lb_database_up == 1\\)\\)");

    private final MetricsPage page;

    ClusterGauges(MetricsPage page) {
        this.page = page;
    }

    /** The names of those that an expression reads in another way. */
    List<String> readOtherwise(Expression expression) {
        String others = READING.matcher(expression.text()).replaceAll(this::withoutGauge);
        return new Expression(expression.where(), others)
                .selectors().stream()
                        .map(Expression.Selector::name)
                        .filter(this::isGauge)
                        .toList();
    }

    private String withoutGauge(MatchResult reading) {
        return isGauge(reading.group(2)) ? "vector(1)" : Matcher.quoteReplacement(reading.group());
    }

    private boolean isGauge(String series) {
        return page.metricOfSeries(series)
                .filter(MetricsPage.Metric::isOfTheCluster)
                .filter(metric -> TYPES.contains(metric.type()))
                .isPresent();
    }
}
