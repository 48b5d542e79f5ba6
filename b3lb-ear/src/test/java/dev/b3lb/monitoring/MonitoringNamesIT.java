package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Expression.Selector;
import dev.b3lb.monitoring.MetricsPage.LabelOf;
import dev.b3lb.monitoring.MetricsPage.Metric;
import dev.b3lb.monitoring.Scrape.Family;
import dev.b3lb.monitoring.Scrape.Sample;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a running server tells is what {@code docs/monitoring.md}, the dashboard and the rules speak of. */
@OnTestbed
class MonitoringNamesIT {

    private static final Duration SUMS_ARE_READ = Duration.ofSeconds(10);

    /** Their values are known beforehand, so they begin with 0: Prometheus does not see a counter that begins with 1. */
    private static final List<String> FROM_THE_START =
            List.of("b3lb_placements_total", "b3lb_polls_total", "b3lb_callbacks_total", "b3lb_cache_requests_total");

    private static MetricsPage page;
    private static BusyPool pool;
    private static Scrape scrape;

    @BeforeAll
    static void scrape(Testbed testbed) throws IOException {
        page = MonitoringDirectory.page();
        pool = BusyPool.on(testbed);
        Scraper scraper = Scraper.ofEverything(testbed);
        Awaitility.await("the limit hit of tenant " + pool.tenant())
                .atMost(SUMS_ARE_READ)
                .until(() -> {
                    scrape = Scrape.parse(scraper.text("/b3lb/metrics"));
                    return scrape.samples().stream().anyMatch(MonitoringNamesIT::isOurLimitHit);
                });
    }

    private static boolean isOurLimitHit(Sample sample) {
        return sample.name().equals("b3lb_meeting_limit_hits_total")
                && sample.labels().get("secret").equals(pool.tenant())
                && Double.parseDouble(sample.value()) == 1;
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void every_family_that_is_told_is_on_the_page_with_its_type_and_the_other_way_round() {
        assertThat(scrape.families())
                .containsExactlyInAnyOrderElementsOf(
                        page.metrics().stream().map(Metric::family).toList());
    }

    @Test
    void every_sample_belongs_to_a_family_and_has_the_labels_of_the_page() {
        assertThat(scrape.samples()).allSatisfy(sample -> {
            assertThat(scrape.familyOf(sample)).isPresent();
            Set<String> labels = new TreeSet<>(sample.labels().keySet());
            labels.removeAll(Set.of("le"));
            assertThat(page.metricOfSeries(sample.name()).map(Metric::labels)).contains(labels);
        });
    }

    @Test
    void every_series_that_dashboard_and_rules_ask_for_is_told() {
        Set<String> told = scrape.samples().stream().map(Sample::name).collect(Collectors.toSet());

        assertThat(MonitoringDirectory.expressions()
                        .flatMap(expression -> expression.selectors().stream())
                        .map(Selector::name)
                        .filter(name -> name.startsWith("b3lb_"))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(30)
                .isSubsetOf(told);
    }

    @Test
    void labels_have_no_other_values_than_those_of_the_page() {
        assertThat(scrape.samples()).allSatisfy(sample -> page.metricOfSeries(sample.name())
                .ifPresent(metric -> sample.labels().forEach((label, value) -> assertThat(
                                page.values().getOrDefault(new LabelOf(metric.name(), label), Set.of(value)))
                        .contains(value))));
    }

    @Test
    void counters_whose_values_are_known_begin_with_nought() {
        assertThat(FROM_THE_START).allSatisfy(name -> page.values().forEach((label, values) -> {
            if (label.metric().equals(name)) {
                assertThat(scrape.samplesOf(new Family(name, "counter"))
                                .map(sample -> sample.labels().get(label.label())))
                        .as(label.toString())
                        .containsAll(values);
            }
        }));
    }

    @Test
    void all_states_of_a_node_are_told() {
        assertThat(scrape.samplesOf(new Family("b3lb_node_state", "gauge"))
                        .map(sample -> sample.labels().get("state"))
                        .collect(Collectors.toSet()))
                .isEqualTo(page.values().get(new LabelOf("b3lb_node_state", "state")));
    }

    @Test
    void a_tenant_is_told_the_metrics_by_secret_without_that_label(Testbed testbed) throws IOException {
        Scrape own = Scrape.parse(Scraper.ofTenant(testbed, pool.tenant())
                .text("/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/metrics"));

        assertThat(own.samples()).isNotEmpty().allMatch(sample -> sample.labels()
                .isEmpty());
        assertThat(own.families())
                .isNotEmpty()
                .isSubsetOf(page.metrics().stream()
                        .filter(metric -> metric.labels().equals(Set.of("secret")))
                        .map(Metric::family)
                        .toList());
    }
}
