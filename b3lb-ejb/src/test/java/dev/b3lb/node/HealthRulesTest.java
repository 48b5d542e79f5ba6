package dev.b3lb.node;

import static dev.b3lb.node.NodeHealth.ACTIVE;
import static dev.b3lb.node.NodeHealth.DOWN;
import static dev.b3lb.node.NodeHealth.NEW;
import static dev.b3lb.node.NodeHealth.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {

    private final HealthRules usual = new HealthRules(3, 1);

    @ParameterizedTest
    @CsvSource({"NEW, 1, ACTIVE", "ACTIVE, 9, ACTIVE", "SUSPECT, 1, ACTIVE", "DOWN, 1, ACTIVE"})
    void a_good_poll_makes_a_node_active(NodeHealth before, int good, NodeHealth after) {
        assertThat(usual.afterGood(before, good)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 1, NEW",
        "NEW, 50, NEW",
        "ACTIVE, 1, SUSPECT",
        "SUSPECT, 2, SUSPECT",
        "SUSPECT, 3, DOWN",
        "SUSPECT, 4, DOWN",
        "DOWN, 4, DOWN"
    })
    void bad_polls_make_a_node_suspect_and_then_down(NodeHealth before, int bad, NodeHealth after) {
        assertThat(usual.afterBad(before, bad)).isEqualTo(after);
    }

    @Test
    void a_node_that_was_down_may_have_to_be_well_several_times() {
        HealthRules careful = new HealthRules(3, 2);
        assertThat(careful.afterGood(DOWN, 1)).isEqualTo(DOWN);
        assertThat(careful.afterGood(DOWN, 2)).isEqualTo(ACTIVE);
        assertThat(careful.afterGood(SUSPECT, 1)).isEqualTo(ACTIVE);
        assertThat(careful.afterGood(NEW, 1)).isEqualTo(ACTIVE);
    }

    @Test
    void with_a_threshold_of_one_the_first_bad_poll_is_the_last() {
        assertThat(new HealthRules(1, 1).afterBad(ACTIVE, 1)).isEqualTo(DOWN);
    }

    @Test
    void a_whole_life_goes_through_every_state() {
        NodeHealth health = NEW;
        health = usual.afterBad(health, 1);
        assertThat(health).isEqualTo(NEW);
        health = usual.afterGood(health, 1);
        assertThat(health).isEqualTo(ACTIVE);
        for (int bad : IntStream.rangeClosed(1, 2).toArray()) {
            health = usual.afterBad(health, bad);
            assertThat(health).isEqualTo(SUSPECT);
        }
        health = usual.afterBad(health, 3);
        assertThat(health).isEqualTo(DOWN);
        assertThat(usual.afterGood(health, 1)).isEqualTo(ACTIVE);
    }
}
