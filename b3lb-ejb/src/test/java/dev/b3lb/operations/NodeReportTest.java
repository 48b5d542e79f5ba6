package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.placement.NodeView;
import dev.b3lb.placement.Strength;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NodeReportTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Strength STRENGTH = new Strength(300);
    private static final long NOW = 1_000_000_000_000L;

    private final PoolNode node = SomeNodes.tagged("a", "big");

    @Test
    void the_load_is_that_of_the_formula() {
        assertThat(report(node, NodeHealth.ACTIVE, Duration.ZERO).view().load()).isEqualTo(12 + 2 * 30 + 5000);
    }

    @Test
    void an_old_cpu_value_is_shown_but_does_not_count() {
        NodeReport report = report(node, NodeHealth.ACTIVE, Duration.ofSeconds(61));
        assertThat(report.view().load()).isEqualTo(12 + 2 * 30);
        assertThat(report.full().getInt("cpu")).isEqualTo(10_000);
    }

    @ParameterizedTest
    @EnumSource(value = NodeHealth.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void a_node_with_errors_has_load_minus_1(NodeHealth health) {
        assertThat(report(node, health, Duration.ZERO).view().load()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(NodeHealth.class)
    void a_node_in_maintenance_has_load_minus_2(NodeHealth health) {
        assertThat(report(SomeNodes.inMaintenance("a"), health, Duration.ZERO)
                        .view()
                        .load())
                .isEqualTo(-2);
    }

    @Test
    void a_node_that_was_never_polled_is_new_and_empty() {
        NodeReport report = new NodeReport(new NodeView(node, Optional.empty(), STRENGTH, MINUTE, NOW));
        assertThat(report.view().health()).isEqualTo(NodeHealth.NEW);
        assertThat(report.view().load()).isEqualTo(-1);
        assertThat(report.view().online()).isFalse();
        assertThat(report.full().getString("last-poll")).isEmpty();
        assertThat(report.compact().getInt("meetings")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NEW, offline", "ACTIVE, online", "SUSPECT, online", "DOWN, offline"})
    void a_node_is_online_while_its_meetings_are_served(NodeHealth health, String status) {
        assertThat(report(node, health, Duration.ZERO).compact().getString("status"))
                .isEqualTo(status);
    }

    @Test
    void the_share_of_a_node_that_came_back_is_told_to_two_digits() {
        JsonObject full = report(node, NodeHealth.ACTIVE, Duration.ZERO).full();
        assertThat(full.getJsonNumber("ramp").doubleValue()).isEqualTo(0.4);
        assertThat(new NodeReport(new NodeView(node, Optional.empty(), STRENGTH, MINUTE, NOW))
                        .full()
                        .getJsonNumber("ramp")
                        .doubleValue())
                .isEqualTo(1);
    }

    @Test
    void a_node_without_a_capacity_is_told_by_what_it_has_shown() {
        JsonObject shown = report(node, NodeHealth.ACTIVE, Duration.ZERO).full();
        assertThat(shown.getInt("capacity")).isZero();
        assertThat(shown.getInt("strength")).isEqualTo(235); // (3,000 + 2,400) / (15 + 8)
        assertThat(shown.getInt("expected-users")).isEqualTo(7);

        JsonObject set = report(SomeNodes.ofCapacity("a", 500), NodeHealth.ACTIVE, Duration.ZERO)
                .full();
        assertThat(set.getInt("capacity")).isEqualTo(500);
        assertThat(set.getInt("strength")).isEqualTo(500);

        JsonObject unknown = new NodeReport(new NodeView(node, Optional.empty(), STRENGTH, MINUTE, NOW)).full();
        assertThat(unknown.getInt("strength")).isEqualTo(300);
        assertThat(unknown.getInt("expected-users")).isZero();
    }

    @Test
    void the_table_has_the_columns_that_operators_know() {
        assertThat(report(node, NodeHealth.ACTIVE, Duration.ZERO).compact())
                .isEqualTo(Json.createObjectBuilder()
                        .add("hostname", "a.example")
                        .add("state", "enabled")
                        .add("status", "online")
                        .add("meetings", 2)
                        .add("users", 12)
                        .add("largest-meeting", 9)
                        .add("videos", 3)
                        .build());
        assertThat(report(SomeNodes.inMaintenance("a"), NodeHealth.ACTIVE, Duration.ZERO)
                        .compact()
                        .getString("state"))
                .isEqualTo("maintenance");
    }

    @Test
    void the_full_report_has_every_documented_field_and_no_secret() {
        JsonObject full = report(node, NodeHealth.SUSPECT, Duration.ZERO).full();
        assertThat(full)
                .containsOnlyKeys(
                        "slug",
                        "id",
                        "url",
                        "cluster",
                        "state",
                        "health",
                        "last-error",
                        "since",
                        "unreadable-meetings",
                        "online",
                        "load",
                        "load-multiplier",
                        "capacity",
                        "strength",
                        "ramp",
                        "tag",
                        "meetings",
                        "users",
                        "expected-users",
                        "largest-meeting",
                        "videos",
                        "cpu",
                        "last-poll",
                        "last-good-poll",
                        "bbb-version");
        assertThat(full.getString("last-error")).isEqualTo("no connection");
        assertThat(full.getString("unreadable-meetings")).isEqualTo("183f-1 (room)");
        assertThat(full.getString("since")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(full.getString("last-good-poll")).isEqualTo("1969-12-31T23:59:59Z");
        assertThat(full.getString("bbb-version")).isEqualTo("3.0.4");
        assertThat(full.toString()).doesNotContain("secret");
    }

    private static NodeReport report(PoolNode node, NodeHealth health, Duration cpuAge) {
        NodeState state = new NodeState(
                node.id(),
                health,
                Duration.ZERO,
                12,
                2,
                9,
                3,
                7.4,
                3_000,
                15,
                Optional.of(10_000),
                cpuAge,
                Optional.of(Duration.ofSeconds(100)),
                Duration.ofSeconds(2),
                Optional.of(Duration.ofMillis(30)),
                Optional.of(Instant.EPOCH.minusSeconds(1)),
                Optional.of(Instant.EPOCH),
                Optional.of("no connection"),
                Optional.of(Instant.EPOCH),
                "183f-1 (room)",
                Optional.of("3.0.4"),
                NOW);
        return new NodeReport(new NodeView(node, Optional.of(state), STRENGTH, MINUTE, NOW));
    }
}
