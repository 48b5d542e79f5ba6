package dev.b3lb.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the chooser has to achieve: a short run of the simulation. Overload is the share of node-time above the
 * capacity, added up over the seeds; both sides get the same demand.
 */
class SimulationTest {

    private static final int SEEDS = 12;

    /** On equal nodes rules differ less, and what differs most is the demand. */
    private static final int SEEDS_FOR_EQUAL_NODES = 40;

    private static Comparison unequal;
    private static Comparison equal;

    @BeforeAll
    static void run() {
        unequal = Comparison.of(
                List.of(Scenario.HOUR, Scenario.BURST, Scenario.CRASH),
                List.of(Contender.B3LB_FRESH, Contender.OURS),
                SEEDS);
        equal = Comparison.of(
                List.of(Scenario.HOUR_EQUAL),
                List.of(Contender.B3LB_FRESH, Contender.BARE, Contender.OURS),
                SEEDS_FOR_EQUAL_NODES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"HOUR", "BURST", "CRASH"})
    void unequal_nodes_bursts_and_failures_bring_half_the_overload_of_the_formula_alone(Scenario scenario) {
        assertThat(unequal.overload(scenario, Contender.OURS))
                .isLessThanOrEqualTo(0.5 * unequal.overload(scenario, Contender.B3LB_FRESH));
    }

    @Test
    void equal_nodes_fare_nearly_as_well_as_with_perfect_data_when_nothing_is_set_and_nothing_known() {
        assertThat(equal.overload(Scenario.HOUR_EQUAL, Contender.BARE))
                .isLessThanOrEqualTo(1.25 * equal.overload(Scenario.HOUR_EQUAL, Contender.B3LB_FRESH));
    }

    @Test
    void equal_nodes_fare_as_well_as_with_perfect_data_once_the_sizes_of_rooms_are_known() {
        assertThat(equal.overload(Scenario.HOUR_EQUAL, Contender.OURS))
                .isLessThanOrEqualTo(equal.overload(Scenario.HOUR_EQUAL, Contender.B3LB_FRESH));
    }
}
