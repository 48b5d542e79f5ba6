package dev.b3lb.simulation;

import dev.b3lb.placement.Expectation;
import dev.b3lb.placement.ExpectedSize;
import java.time.Duration;

/** A meeting on a node. */
final class SimMeeting {

    private final Create create;
    private final double placedAt;
    private final ExpectedSize expected;
    private int users;
    private int seen;
    private double expectedWhenSeen;
    private boolean listed;
    private boolean opened;
    private boolean over;

    /** @param expected how many attendees the chooser took it for */
    SimMeeting(Create create, double placedAt, ExpectedSize expected) {
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

    /** Attendees that are in it. */
    int users() {
        return users;
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

    /** A good poll counts it. */
    void see(double now) {
        seen = users;
        listed = true;
        expectedWhenSeen = remaining(now);
    }

    /**
     * Attendees whom the last poll has not counted, but the database knows: who was still expected when it was polled, or
     * who has joined since if they are more.
     */
    double stillToCome(double now) {
        int coming = users - seen;
        double remaining = remaining(now);
        return listed ? expectedWhenSeen + Math.max(0, coming - remaining) : Math.max(coming, remaining);
    }

    private double remaining(double now) {
        return Expectation.remaining(expected, seen, Duration.ofMillis((long) (1000 * (now - placedAt))));
    }

    void close() {
        users = 0;
        over = true;
    }
}
