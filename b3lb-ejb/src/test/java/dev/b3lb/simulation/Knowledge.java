package dev.b3lb.simulation;

/**
 * What the product's chooser is told.
 *
 * @param capacity whether operators have said what nodes can serve
 * @param history whether it knows how large meetings of a room were
 * @param hints whether creates say how many will come
 * @param cpu whether nodes report their CPU
 * @param reservations of which meetings it knows what is still to come
 */
record Knowledge(boolean capacity, boolean history, boolean hints, boolean cpu, Reservations reservations) {

    /** Whose reservations count. */
    enum Reservations {
        /** Those of all servers, as it is. */
        ALL,
        /** Each server knows its own only. */
        OWN,
        /** Nobody remembers what was placed. */
        NONE
    }

    /** Nothing is set and nothing known, as on the first day. */
    static final Knowledge NOTHING = new Knowledge(false, false, false, true, Reservations.ALL);

    static final Knowledge CAPACITY = new Knowledge(true, false, false, true, Reservations.ALL);
    static final Knowledge HISTORY = new Knowledge(false, true, false, true, Reservations.ALL);

    /** The capacities are set and it has run for some weeks. */
    static final Knowledge USUAL = new Knowledge(true, true, false, true, Reservations.ALL);

    Knowledge withHints() {
        return new Knowledge(capacity, history, true, cpu, reservations);
    }

    Knowledge withoutCpu() {
        return new Knowledge(capacity, history, hints, false, reservations);
    }

    Knowledge with(Reservations known) {
        return new Knowledge(capacity, history, hints, cpu, known);
    }
}
