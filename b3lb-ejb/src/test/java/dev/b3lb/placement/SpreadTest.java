package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.SomeNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Many creates between two polls: each one counts those before it, so they spread. */
class SpreadTest {

    /** On equal loads the lot decides who gets one more. */
    private static final int DRAWN_BY_LOT = 1;

    /** So many meetings for the weakest node that one more or less matters little. */
    private static final int MANY = 80;

    @Property(tries = 200)
    void on_equal_idle_nodes_the_numbers_of_meetings_differ_by_one_at_most(
            @ForAll @IntRange(min = 1, max = 12) int nodes,
            @ForAll @IntRange(min = 1, max = 100) int meetings,
            @ForAll @DoubleRange(min = 0.1, max = 10) double attendeeFactor,
            @ForAll @DoubleRange(min = 0, max = 100) double meetingFactor,
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll boolean withCpu,
            @ForAll long seed) {
        ClusterFactors factors = SomeNodes.cluster(attendeeFactor, meetingFactor, 6, 5000);
        OptionalInt cpu = withCpu ? OptionalInt.of(0) : OptionalInt.empty();
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            seats.add(new Seat(SomeNodes.node("n" + i, factors, 1, "", false), 0, cpu));
        }
        Seat.place(seats, meetings, size, seed);
        assertThat(seats.stream().mapToInt(Seat::placed).sum()).isEqualTo(meetings);
        assertThat(seats.stream().mapToInt(Seat::placed).max().orElseThrow()
                        - seats.stream().mapToInt(Seat::placed).min().orElseThrow())
                .isBetween(0, 1);
    }

    @Property(tries = 200)
    void more_load_on_a_node_never_brings_it_more_meetings(
            @ForAll @IntRange(min = 2, max = 8) int nodes,
            @ForAll @IntRange(min = 1, max = 60) int meetings,
            @ForAll @IntRange(max = 300) int attendees,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll long seed) {
        int before = shareOfTheFirst(nodes, meetings, new Seat(SomeNodes.node("n0"), attendees), seed);
        int after = shareOfTheFirst(nodes, meetings, new Seat(SomeNodes.node("n0"), attendees + more), seed);
        assertThat(after).isLessThanOrEqualTo(before + DRAWN_BY_LOT);
    }

    @Property(tries = 200)
    void more_load_on_a_node_never_brings_it_more_meetings_when_capacities_are_set(
            @ForAll @IntRange(min = 2, max = 8) int nodes,
            @ForAll @IntRange(min = 1, max = 60) int meetings,
            @ForAll @IntRange(min = 100, max = 600) int capacity,
            @ForAll @IntRange(max = 300) int attendees,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll long seed) {
        int before = shareOfTheFirst(nodes, meetings, sized(capacity, attendees, 1000), seed);
        int after = shareOfTheFirst(nodes, meetings, sized(capacity, attendees + more, 1000), seed);
        assertThat(after).isLessThanOrEqualTo(before + DRAWN_BY_LOT);
    }

    @Property(tries = 200)
    void a_busier_cpu_never_brings_a_node_more_meetings(
            @ForAll @IntRange(min = 2, max = 8) int nodes,
            @ForAll @IntRange(min = 1, max = 60) int meetings,
            @ForAll @IntRange(max = 9_999) int cpu,
            @ForAll @IntRange(min = 1, max = 10_000) int more,
            @ForAll long seed) {
        int before = shareOfTheFirst(nodes, meetings, sized(300, 50, cpu), seed);
        int after = shareOfTheFirst(nodes, meetings, sized(300, 50, Math.min(10_000, cpu + more)), seed);
        assertThat(after).isLessThanOrEqualTo(before + DRAWN_BY_LOT);
    }

    @Property(tries = 60)
    void many_small_meetings_spread_as_the_capacities_say(
            @ForAll @IntRange(min = 1, max = 3) int ofEach,
            @ForAll @IntRange(min = 500, max = 1000) int least,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll boolean withCpu,
            @ForAll long seed) {
        OptionalInt cpu = withCpu ? OptionalInt.of(0) : OptionalInt.empty();
        List<Seat> seats = new ArrayList<>();
        int shares = 0;
        for (int weight = 1; weight <= 4; weight *= 2) {
            for (int i = 0; i < ofEach; i++) {
                seats.add(new Seat(SomeNodes.ofCapacity("n" + weight + "-" + i, weight * least), 0, cpu));
                shares += weight;
            }
        }
        Seat.place(seats, MANY * shares, size, seed);
        assertThat(seats).allSatisfy(seat -> {
            double fair = MANY * (double) seat.node().capacity().orElseThrow() / least;
            assertThat(seat.placed()).isBetween((int) Math.ceil(0.95 * fair), (int) Math.floor(1.05 * fair));
        });
    }

    private static Seat sized(int capacity, int attendees, int cpu) {
        return new Seat(SomeNodes.ofCapacity("n0", capacity), attendees, OptionalInt.of(cpu));
    }

    /** The others are idle nodes for 300 attendees. */
    private static int shareOfTheFirst(int nodes, int meetings, Seat first, long seed) {
        boolean sized = first.node().capacity().isPresent();
        List<Seat> seats = new ArrayList<>();
        seats.add(first);
        for (int i = 1; i < nodes; i++) {
            seats.add(
                    sized
                            ? new Seat(SomeNodes.ofCapacity("n" + i, 300), 0, OptionalInt.of(1000))
                            : new Seat(SomeNodes.node("n" + i), 0));
        }
        Seat.place(seats, meetings, ExpectedSize.UNKNOWN, seed);
        return first.placed();
    }
}
