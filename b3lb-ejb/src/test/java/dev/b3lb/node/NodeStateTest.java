package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.settings.SomeSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeStateTest {

    private static final long READ_AT = Long.MAX_VALUE - 1_000; // monotonic clocks may overflow
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_cpu_value_counts_for_four_intervals() {
        assertThat(NodeState.oldestCpu(SomeSettings.with("B3LB_POLL_INTERVAL", "10s")))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_cpu_value_ages_after_it_was_read() {
        NodeState state = state(NodeHealth.ACTIVE, Duration.ZERO, Optional.of(4711), Duration.ofSeconds(50));
        assertThat(state.cpuAt(after(Duration.ofSeconds(10)), MINUTE)).hasValue(4711);
        assertThat(state.cpuAt(after(Duration.ofSeconds(11)), MINUTE)).isEmpty();
    }

    @Test
    void a_node_that_never_told_has_no_cpu_value() {
        assertThat(state(NodeHealth.ACTIVE, Duration.ZERO, Optional.empty(), Duration.ZERO)
                        .cpuAt(READ_AT, MINUTE))
                .isEmpty();
    }

    @Test
    void a_node_is_lost_when_it_has_been_down_for_longer_than_the_grace() {
        NodeState state = state(NodeHealth.DOWN, Duration.ofSeconds(30), Optional.empty(), Duration.ZERO);
        assertThat(state.lost(after(Duration.ofSeconds(30)), MINUTE)).isFalse();
        assertThat(state.lost(after(Duration.ofSeconds(31)), MINUTE)).isTrue();
    }

    @Test
    void a_node_that_is_not_down_is_never_lost() {
        for (NodeHealth health : new NodeHealth[] {NodeHealth.NEW, NodeHealth.ACTIVE, NodeHealth.SUSPECT}) {
            assertThat(state(health, Duration.ofDays(1), Optional.empty(), Duration.ZERO)
                            .lost(READ_AT, MINUTE))
                    .isFalse();
        }
    }

    @Test
    void a_node_that_was_never_down_counts_in_full() {
        assertThat(state(NodeHealth.ACTIVE, Duration.ZERO, Optional.empty(), Duration.ZERO)
                        .share(READ_AT))
                .isEqualTo(1);
    }

    @Test
    void the_share_of_a_node_that_came_back_grows_after_it_was_read() {
        NodeState state = cameBack(Duration.ofSeconds(50));
        assertThat(state.share(after(Duration.ofSeconds(100)))).isCloseTo(0.55, within(1e-9));
        assertThat(state.share(after(Duration.ofSeconds(250)))).isEqualTo(1);
    }

    @Test
    void a_call_that_fails_does_not_start_the_ramp_anew() {
        NodeState state = cameBack(Duration.ofSeconds(50));
        long now = after(Duration.ofSeconds(100));
        assertThat(state.suspected(now).share(now)).isEqualTo(state.share(now));
    }

    private static long after(Duration time) {
        return READ_AT + time.toNanos();
    }

    private static NodeState state(NodeHealth health, Duration age, Optional<Integer> cpu, Duration cpuAge) {
        return state(health, age, cpu, cpuAge, Optional.empty());
    }

    private static NodeState cameBack(Duration age) {
        return state(NodeHealth.ACTIVE, age, Optional.empty(), Duration.ZERO, Optional.of(age));
    }

    private static NodeState state(
            NodeHealth health, Duration age, Optional<Integer> cpu, Duration cpuAge, Optional<Duration> rampAge) {
        return new NodeState(
                new UUID(0, 1),
                health,
                age,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                cpu,
                cpuAge,
                rampAge,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                READ_AT);
    }
}
