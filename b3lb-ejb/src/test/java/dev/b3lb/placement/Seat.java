package dev.b3lb.placement;

import dev.b3lb.node.PoolNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A node as reservations see it while no poll comes. */
final class Seat {

    private final PoolNode node;
    private final int attendees;
    private final OptionalInt cpu;
    private int placed;
    private double expected;

    Seat(PoolNode node, int attendees) {
        this(node, attendees, OptionalInt.empty());
    }

    Seat(PoolNode node, int attendees, OptionalInt cpu) {
        this.node = node;
        this.attendees = attendees;
        this.cpu = cpu;
    }

    /** Meetings that it got. */
    int placed() {
        return placed;
    }

    PoolNode node() {
        return node;
    }

    private Candidate candidate() {
        return new Candidate(node, Standing.READY, 1, Experience.NONE, attendees, 0, cpu, placed, expected, false);
    }

    /** Places meetings of the same expected size, one after the other. */
    static void place(List<Seat> seats, int meetings, int size, long seed) {
        Placement placement = new Placement(new Random(seed));
        for (int i = 0; i < meetings; i++) {
            List<Candidate> candidates = seats.stream().map(Seat::candidate).toList();
            PoolNode chosen = ((Choice.Chosen) placement.choose(candidates, ServerTag.ANY, size)).node();
            Seat seat = seats.stream()
                    .filter(one -> one.node.id().equals(chosen.id()))
                    .findFirst()
                    .orElseThrow();
            seat.placed++;
            seat.expected += size;
        }
    }
}
