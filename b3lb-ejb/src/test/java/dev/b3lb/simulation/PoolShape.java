package dev.b3lb.simulation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twenty nodes. */
enum PoolShape {
    /** All alike. */
    EQUAL(IntStream.generate(() -> 300).limit(20)),
    /** 1 : 2 : 4. */
    UNEQUAL(Stream.of(
                    IntStream.generate(() -> 150).limit(8),
                    IntStream.generate(() -> 300).limit(8),
                    IntStream.generate(() -> 600).limit(4))
            .flatMapToInt(nodes -> nodes));

    private final List<Integer> seats;

    PoolShape(IntStream seats) {
        this.seats = seats.boxed().toList();
    }

    /** What each node can serve, in attendees. */
    List<Integer> seats() {
        return seats;
    }
}
