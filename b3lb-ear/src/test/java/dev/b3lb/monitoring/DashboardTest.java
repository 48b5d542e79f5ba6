package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Dashboard.Panel;
import dev.b3lb.monitoring.Dashboard.Variable;
import dev.b3lb.monitoring.MetricsPage.LabelOf;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard is one that Grafana can show: places, ids, queries, variables. */
class DashboardTest {

    /** Panels that show what is now, not how it came about. */
    private static final Set<String> OF_NOW = Set.of("stat", "gauge", "bargauge", "table", "barchart");

    /** Those of them that show no rows of their own. */
    private static final Set<String> OF_SINGLE_VALUES = Set.of("stat", "gauge", "bargauge");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]\\w*)");

    private final Dashboard dashboard = MonitoringDirectory.dashboard();

    private List<Panel> panels() {
        return dashboard.panels().stream().filter(panel -> !panel.isRow()).toList();
    }

    @Test
    void each_panel_has_an_id_of_its_own() {
        assertThat(dashboard.panels()).hasSizeGreaterThan(40);
        assertThat(dashboard.panels()).extracting(Panel::id).doesNotHaveDuplicates();
    }

    @Test
    void panels_are_on_the_grid_and_none_lies_on_another() {
        assertThat(dashboard.panels()).allMatch(panel -> panel.place().isOnTheGrid());
        for (Panel panel : dashboard.panels()) {
            assertThat(dashboard.panels())
                    .filteredOn(
                            other -> other.id() != panel.id() && other.place().overlaps(panel.place()))
                    .as("what lies on " + panel)
                    .isEmpty();
        }
    }

    @Test
    void each_panel_asks_something_of_the_data_source_that_was_chosen() {
        assertThat(panels()).allSatisfy(panel -> {
            assertThat(panel.targets()).isNotEmpty();
            assertThat(panel.targets())
                    .allMatch(target -> !target.get("expr").asString().isBlank());
            assertThat(panel.targets())
                    .extracting(target -> target.get("refId").asString())
                    .doesNotHaveDuplicates();
            assertThat(panel.targets()).allMatch(DashboardTest::asksTheChosenSource);
            assertThat(asksTheChosenSource(panel.model())).isTrue();
        });
    }

    private static boolean asksTheChosenSource(ModelNode model) {
        return model.get("datasource", "type").asString().equals("prometheus")
                && model.get("datasource", "uid").asString().equals("${datasource}");
    }

    @Test
    void each_panel_says_what_it_shows_and_in_which_unit() {
        assertThat(panels()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.model().get("description").asString()).endsWith(".");
            assertThat(panel.model().get("fieldConfig", "defaults", "unit").asString())
                    .isNotBlank();
        });
    }

    /** A range's last point can be hours old, and still looks like now when all servers are down. */
    @Test
    void what_shows_now_asks_for_now_and_says_when_there_is_nothing() {
        assertThat(panels())
                .filteredOn(panel -> OF_NOW.contains(panel.type()))
                .hasSizeGreaterThan(15)
                .allSatisfy(panel -> assertThat(panel.targets())
                        .as(panel.toString())
                        .allMatch(target -> target.get("instant").asBoolean(false)
                                && !target.get("range").asBoolean(true)));
        assertThat(panels())
                .filteredOn(panel -> OF_SINGLE_VALUES.contains(panel.type()))
                .allMatch(panel -> panel.model()
                        .get("fieldConfig", "defaults", "noValue")
                        .asString()
                        .equals("No data"));
    }

    @Test
    void no_legend_shows_the_last_point_of_what_may_be_gone() {
        assertThat(panels())
                .filteredOn(panel -> panel.type().equals("timeseries"))
                .noneMatch(panel -> panel.model()
                        .get("options", "legend", "calcs")
                        .asString()
                        .contains("lastNotNull"));
    }

    @Test
    void what_a_server_without_database_knew_last_counts_only_when_none_has_the_database() {
        ClusterGauges gauges = new ClusterGauges(MonitoringDirectory.page());

        assertThat(dashboard.expressions()).hasSizeGreaterThan(80).allSatisfy(expression -> assertThat(
                        gauges.readOtherwise(expression))
                .as(expression.toString())
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "max(b3lb_health_frozen ALIVE or b3lb_health_frozen LAST);",
                "max by (node) (b3lb_node_up{node=~\"a\"} ALIVE or b3lb_node_up{node=~\"a\"} LAST) > 0;",
                "max(b3lb_health_frozen); b3lb_health_frozen",
                "max(b3lb_health_frozen ALIVE); b3lb_health_frozen",
                "max(b3lb_health_frozen ALIVE or b3lb_outbox_pending LAST); b3lb_health_frozen b3lb_outbox_pending",
                "sum(b3lb_health_frozen ALIVE or b3lb_health_frozen LAST); b3lb_health_frozen b3lb_health_frozen",
                "max by (secret) (rate(b3lb_attendees_joined_total[5m])) + sum(b3lb_redis_up);",
            })
    void gauges_of_the_cluster_that_are_read_otherwise_are_found(String text, String names) {
        String written = text.replace("ALIVE", "unless on (job, instance) (b3lb_database_up == 0)")
                .replace("LAST", "unless on () (b3lb_database_up == 1)");

        assertThat(new ClusterGauges(MonitoringDirectory.page()).readOtherwise(new Expression("here", written)))
                .isEqualTo(names == null ? List.of() : List.of(names.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "Nodes by state, b3lb_node_state, state",
        "Nodes by state over time, b3lb_node_state, state",
        "Placements, b3lb_placements_total, result"
    })
    void what_is_good_or_bad_has_a_colour_that_says_so(String title, String metric, String label) {
        Set<String> values = MonitoringDirectory.page().values().get(new LabelOf(metric, label));

        assertThat(panels())
                .filteredOn(panel -> panel.title().equals(title))
                .singleElement()
                .satisfies(panel -> assertThat(
                                panel.model().get("fieldConfig", "overrides").asList())
                        .extracting(
                                override -> override.get("matcher", "options").asString())
                        .containsAll(values));
    }

    @Test
    void variables_that_are_used_can_be_chosen() {
        Set<String> known = dashboard.variables().stream().map(Variable::name).collect(Collectors.toSet());

        assertThat(known).contains("datasource", "cluster", "node", "tenant", "secret", "server");
        assertThat(dashboard.panels())
                .flatExtracting(Panel::targets)
                .flatExtracting(target -> VARIABLE.matcher(target.get("expr").asString())
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .contains("cluster", "node", "tenant", "secret", "server")
                .allMatch(name -> known.contains(name) || name.equals("__range") || name.equals("__rate_interval"));
    }

    @Test
    void values_of_variables_come_from_metrics_of_the_page() {
        MetricsPage page = MonitoringDirectory.page();

        assertThat(dashboard.variables())
                .filteredOn(variable -> variable.type().equals("query"))
                .hasSize(5)
                .allSatisfy(variable -> assertThat(variable.query())
                        .matches("label_values\\((b3lb_\\w+).*\\)")
                        .satisfies(query -> assertThat(page.metricOfSeries(query.replaceAll(".*\\((\\w+).*", "$1")))
                                .isPresent()));
    }

    @Test
    void the_panels_are_there_that_operators_know() {
        assertThat(dashboard.panels())
                .extracting(Panel::title)
                .contains(
                        "System Health",
                        "Active meetings",
                        "Active attendees",
                        "Node status",
                        "Load Distribution",
                        "Meetings per node",
                        "Attendees per node",
                        "Node load scores",
                        "API Performance",
                        "Request rate",
                        "Response time",
                        "Error rate",
                        "Limits & Capacity",
                        "Attendee limit hits",
                        "Meeting limit hits",
                        "Capacity utilization",
                        "Calls to front ends that wait",
                        "Poll duration of nodes",
                        "Server status");
    }
}
