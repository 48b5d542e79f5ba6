package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Expression.Matcher;
import dev.b3lb.monitoring.Expression.Selector;
import dev.b3lb.monitoring.MetricsPage.LabelOf;
import dev.b3lb.monitoring.MetricsPage.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboard and rules name nothing that {@code docs/monitoring.md} does not, and read it as the page says. */
class MonitoringNamesTest {

    /** What Prometheus itself tells. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    /**
     * What has to stand before a series of the whole cluster, with or without a function between; before its second
     * reading there is the first one.
     */
    private static final Pattern MAX = Pattern.compile(
            "\\bmax(?: by \\([^)]*\\) | by \\([^)]*\\))?\\s*\\(\\s*(?:\\w+\\()?"
                    + "(?:\\w+(?:\\{[^}]*})?\\s+unless on \\(job, instance\\) \\(b3lb_database_up == 0\\)\\s+or\\s+(?:\\w+\\()?)?$");

    private final MetricsPage page = MonitoringDirectory.page();

    private Stream<String> seriesOfOurs() {
        return MonitoringDirectory.expressions()
                .flatMap(expression -> expression.selectors().stream())
                .map(Selector::name)
                .filter(name -> !OF_PROMETHEUS.contains(name));
    }

    @Test
    void every_series_that_is_asked_for_is_a_metric_of_the_page_or_recorded() {
        Set<String> records = MonitoringDirectory.rules().records().stream()
                .map(Expression::where)
                .collect(Collectors.toSet());

        assertThat(seriesOfOurs().toList()).hasSizeGreaterThan(100);
        assertThat(seriesOfOurs())
                .filteredOn(name -> !records.contains(name))
                .allSatisfy(
                        name -> assertThat(page.metricOfSeries(name)).as(name).isPresent());
    }

    @Test
    void the_dashboard_needs_no_recording_rules() {
        assertThat(MonitoringDirectory.dashboard().expressions())
                .flatExtracting(Expression::selectors)
                .extracting(Selector::name)
                .noneMatch(name -> name.contains(":"));
    }

    @Test
    void what_is_recorded_is_used_and_recorded_before() {
        List<String> known = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Expression record : MonitoringDirectory.rules().records()) {
            List<String> recorded = recordsIn(record);
            assertThat(known).as(record.toString()).containsAll(recorded);
            used.addAll(recorded);
            known.add(record.where());
        }
        MonitoringDirectory.rules().alerts().forEach(alert -> used.addAll(recordsIn(alert.expression())));

        assertThat(known).isNotEmpty().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    private static List<String> recordsIn(Expression expression) {
        return expression.selectors().stream()
                .map(Selector::name)
                .filter(name -> name.contains(":"))
                .distinct()
                .toList();
    }

    @Test
    void every_metric_of_the_page_is_on_the_dashboard_or_in_a_rule() {
        Set<Metric> used = seriesOfOurs()
                .flatMap(name -> page.metricOfSeries(name).stream())
                .collect(Collectors.toSet());

        assertThat(page.metrics()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void the_page_has_exactly_the_agreed_metrics_with_their_types_and_labels() {
        Scrape agreed = MonitoringDirectory.agreedScrape();

        assertThat(page.metrics()).extracting(Metric::family).containsExactlyElementsOf(agreed.families());
        for (Metric metric : page.metrics()) {
            assertThat(agreed.samplesOf(metric.family()))
                    .as(metric.name())
                    .isNotEmpty()
                    .allSatisfy(sample -> {
                        Set<String> labels = new TreeSet<>(sample.labels().keySet());
                        labels.remove("le");
                        assertThat(labels).isEqualTo(metric.labels());
                    });
        }
    }

    @Test
    void values_of_labels_that_are_asked_for_exist() {
        List<String> compared = new ArrayList<>();
        MonitoringDirectory.expressions()
                .forEach(expression -> expression.selectors().forEach(selector -> selector.matchers()
                        .forEach(matcher -> valuesOf(selector, matcher).ifPresent(values -> {
                            assertThat(values).as(expression.toString()).containsAll(matcher.values());
                            compared.addAll(matcher.values());
                        }))));

        assertThat(compared).contains("down", "given_up", "hot", "error", "answered", "hit");
    }

    /** Nothing when the label may have any value. */
    private Optional<Set<String>> valuesOf(Selector selector, Matcher matcher) {
        return metricOf(selector.name()).map(metric -> page.values().get(new LabelOf(metric.name(), matcher.label())));
    }

    /** Recorded series are named {@code level:metric:operation}, a counter without its last word. */
    private Optional<Metric> metricOf(String series) {
        if (!series.contains(":")) {
            return page.metricOfSeries(series);
        }
        String metric = series.split(":")[1];
        return page.metricOfSeries(metric).or(() -> page.metricOfSeries(metric + "_total"));
    }

    @Test
    void labels_that_are_asked_for_exist() {
        assertThat(MonitoringDirectory.expressions()).allSatisfy(expression -> assertThat(expression.selectors())
                .filteredOn(selector -> page.metricOfSeries(selector.name()).isPresent())
                .allSatisfy(selector -> assertThat(page.metricOfSeries(selector.name())
                                .orElseThrow()
                                .labels())
                        .containsAll(
                                selector.matchers().stream().map(Matcher::label).toList())));
    }

    @Test
    void what_is_told_of_the_whole_cluster_is_never_added_up_over_servers() {
        assertThat(MonitoringDirectory.expressions()).allSatisfy(expression -> assertThat(expression.selectors())
                .filteredOn(selector -> page.metricOfSeries(selector.name())
                        .filter(Metric::isOfTheCluster)
                        .isPresent())
                .allSatisfy(selector -> assertThat(selector.before()).containsPattern(MAX)));
    }

    @Test
    void what_is_told_by_secret_leaves_the_urls_of_single_tenants_out() {
        assertThat(MonitoringDirectory.expressions()).allSatisfy(expression -> assertThat(expression.selectors())
                .filteredOn(selector -> page.metricOfSeries(selector.name())
                        .filter(metric -> metric.labels().contains("secret"))
                        .isPresent())
                .allSatisfy(selector -> assertThat(selector.matchers())
                        .anyMatch(matcher -> matcher.label().equals("secret")
                                && (matcher.operator() + matcher.value()).matches("!=|=~\\(\\[A-Z0-9]\\+\\).*"))));
    }
}
