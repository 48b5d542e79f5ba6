package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Many creates between two polls: each one counts those before it, so they spread. */
class SpreadTest {

    /** On equal loads the lot decides who gets one more. */
    private static final int DRAWN_BY_LOT = 1;

    /** A node as reservations see it while no poll comes. */
    private static final class Seat {
        private final PoolNode node;
        private final int attendees;
        private int placed;
        private double expected;

        Seat(PoolNode node, int attendees) {
            this.node = node;
            this.attendees = attendees;
        }

        Candidate candidate() {
            return new Candidate(node, Standing.READY, 1, attendees, 0, OptionalInt.empty(), placed, expected, false);
        }
    }

    @Property(tries = 200)
    void on_equal_idle_nodes_the_numbers_of_meetings_differ_by_one_at_most(
            @ForAll @IntRange(min = 1, max = 12) int nodes,
            @ForAll @IntRange(min = 1, max = 100) int meetings,
            @ForAll @DoubleRange(min = 0.1, max = 10) double attendeeFactor,
            @ForAll @DoubleRange(min = 0, max = 100) double meetingFactor,
            @ForAll long seed) {
        ClusterFactors factors = SomeNodes.cluster(attendeeFactor, meetingFactor, 6, 5000);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            seats.add(new Seat(SomeNodes.node("n" + i, factors, 1, "", false), 0));
        }
        place(seats, meetings, seed);
        assertThat(seats.stream().mapToInt(seat -> seat.placed).sum()).isEqualTo(meetings);
        assertThat(seats.stream().mapToInt(seat -> seat.placed).max().orElseThrow()
                        - seats.stream().mapToInt(seat -> seat.placed).min().orElseThrow())
                .isBetween(0, 1);
    }

    @Property(tries = 200)
    void more_load_on_a_node_never_brings_it_more_meetings(
            @ForAll @IntRange(min = 2, max = 8) int nodes,
            @ForAll @IntRange(min = 1, max = 60) int meetings,
            @ForAll @IntRange(max = 300) int attendees,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll long seed) {
        int before = shareOfTheFirst(nodes, meetings, attendees, seed);
        int after = shareOfTheFirst(nodes, meetings, attendees + more, seed);
        assertThat(after).isLessThanOrEqualTo(before + DRAWN_BY_LOT);
    }

    private static int shareOfTheFirst(int nodes, int meetings, int attendeesOfTheFirst, long seed) {
        List<Seat> seats = new ArrayList<>();
        seats.add(new Seat(SomeNodes.node("n0"), attendeesOfTheFirst));
        for (int i = 1; i < nodes; i++) {
            seats.add(new Seat(SomeNodes.node("n" + i), 0));
        }
        place(seats, meetings, seed);
        return seats.get(0).placed;
    }

    private static void place(List<Seat> seats, int meetings, long seed) {
        Placement placement = new Placement(new Random(seed));
        for (int i = 0; i < meetings; i++) {
            List<Candidate> candidates = seats.stream().map(Seat::candidate).toList();
            PoolNode chosen =
                    ((Choice.Chosen) placement.choose(candidates, ServerTag.ANY, ExpectedSize.UNKNOWN)).node();
            Seat seat = seats.stream()
                    .filter(one -> one.node.equals(chosen))
                    .findFirst()
                    .orElseThrow();
            seat.placed++;
            seat.expected += ExpectedSize.UNKNOWN;
        }
    }
}
