package dev.b3lb.operations;

import java.util.stream.Stream;

/**
 * The part of a list that is asked for.
 *
 * @param offset how many are left out before it
 * @param limit how many it has at the most
 */
record Page(int offset, int limit) {

    private static final int USUAL_LIMIT = 100;

    /** What the parameters {@code offset} and {@code limit} say; from the beginning, and 100 at the most without them. */
    static Page of(Arguments arguments) {
        return new Page(
                arguments.number("offset").orElse(0), arguments.number("limit").orElse(USUAL_LIMIT));
    }

    /** The same, but all of the rest when there is no limit: for lists that are read in one go by programs. */
    static Page orAll(Arguments arguments) {
        return new Page(
                arguments.number("offset").orElse(0), arguments.number("limit").orElse(Integer.MAX_VALUE));
    }

    /** This part of a list that is in memory. */
    <T> Stream<T> of(Stream<T> list) {
        return list.skip(offset).limit(limit);
    }
}
