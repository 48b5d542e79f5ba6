package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.SomeNodes;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LoadFormulaTest {

    @Property
    void is_the_formula_as_it_is_written_down(
            @ForAll @DoubleRange(max = 10) double attendeeFactor,
            @ForAll @DoubleRange(max = 100) double meetingFactor,
            @ForAll @IntRange(min = 1, max = 100) int cpuOrder,
            @ForAll @IntRange(max = 10_000) int cpuMax,
            @ForAll @DoubleRange(min = 0.1, max = 10) double multiplier,
            @ForAll @IntRange(max = 5_000) int attendees,
            @ForAll @IntRange(max = 500) int meetings,
            @ForAll @IntRange(max = 10_000) int cpu) {
        double sum = 0;
        for (int n = 1; n <= cpuOrder; n++) {
            sum += Math.pow(cpu / 10_000.0, n);
        }
        double expected =
                (attendeeFactor * attendees + meetingFactor * meetings + (double) cpuMax / cpuOrder * sum) * multiplier;
        ClusterFactors factors = SomeNodes.cluster(attendeeFactor, meetingFactor, cpuOrder, cpuMax);
        assertThat(LoadFormula.load(factors, multiplier, attendees, meetings, OptionalInt.of(cpu)))
                .isCloseTo(expected, within(1e-6 + Math.abs(expected) * 1e-9));
    }

    @Property
    void order_0_leaves_the_cpu_out(@ForAll @IntRange(max = 10_000) int cpu) {
        ClusterFactors factors = SomeNodes.cluster(1, 30, 0, 5000);
        assertThat(LoadFormula.load(factors, 2, 7, 3, OptionalInt.of(cpu))).isEqualTo(2 * (7 + 90));
    }

    @Test
    void without_a_cpu_value_there_is_no_cpu_term() {
        assertThat(LoadFormula.load(SomeNodes.CLUSTER, 1, 10, 2, OptionalInt.empty()))
                .isEqualTo(70);
    }

    @Test
    void a_cpu_that_is_used_up_weighs_as_much_as_the_cluster_says() {
        assertThat(LoadFormula.load(SomeNodes.CLUSTER, 1, 0, 0, OptionalInt.of(10_000)))
                .isEqualTo(5000);
    }

    @Property
    void never_falls_when_anything_grows(
            @ForAll @IntRange(max = 5_000) int attendees,
            @ForAll @IntRange(max = 500) int meetings,
            @ForAll @IntRange(max = 9_999) int cpu) {
        double load = LoadFormula.load(SomeNodes.CLUSTER, 1, attendees, meetings, OptionalInt.of(cpu));
        assertThat(LoadFormula.load(SomeNodes.CLUSTER, 1, attendees + 1, meetings, OptionalInt.of(cpu)))
                .isGreaterThan(load);
        assertThat(LoadFormula.load(SomeNodes.CLUSTER, 1, attendees, meetings + 1, OptionalInt.of(cpu)))
                .isGreaterThan(load);
        assertThat(LoadFormula.load(SomeNodes.CLUSTER, 1, attendees, meetings, OptionalInt.of(cpu + 1)))
                .isGreaterThanOrEqualTo(load);
    }
}
