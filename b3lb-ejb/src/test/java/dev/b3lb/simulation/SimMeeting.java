package dev.b3lb.simulation;

/** A meeting on a node. */
final class SimMeeting {

    private final Create create;
    private final double placedAt;
    private final int expected;
    private int users;
    private int seen;
    private boolean listed;
    private boolean opened;
    private boolean over;

    /** @param expected how many attendees the chooser took it for */
    SimMeeting(Create create, double placedAt, int expected) {
        this.create = create;
        this.placedAt = placedAt;
        this.expected = expected;
    }

    Create create() {
        return create;
    }

    Demand demand() {
        return create.demand();
    }

    double placedAt() {
        return placedAt;
    }

    int expected() {
        return expected;
    }

    /** Attendees that are in it. */
    int users() {
        return users;
    }

    /** Attendees that the last good poll counted. */
    int seen() {
        return seen;
    }

    /** Whether a poll has counted it. */
    boolean listed() {
        return listed;
    }

    /** Whether the node knows it, so that a poll finds it. */
    boolean opened() {
        return opened;
    }

    /** Whether it is over; the polled figures may still have it. */
    boolean over() {
        return over;
    }

    /** When the last attendee of a full meeting has left. */
    double end() {
        return placedAt + demand().duration();
    }

    void open() {
        opened = true;
    }

    void join() {
        users++;
    }

    void see() {
        seen = users;
        listed = true;
    }

    void close() {
        users = 0;
        over = true;
    }
}
