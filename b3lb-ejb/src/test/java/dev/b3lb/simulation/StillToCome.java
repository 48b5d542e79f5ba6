package dev.b3lb.simulation;

import dev.b3lb.placement.Expectation;
import java.time.Duration;

/** Whom a poll has not counted, but the database knows: who is expected, and who was already sent there. */
final class StillToCome {

    private StillToCome() {}

    /** How many, at a time in seconds. */
    static double in(SimMeeting meeting, double now) {
        Duration age = Duration.ofMillis((long) (1000 * (now - meeting.placedAt())));
        double expected = Expectation.remaining(meeting.expected(), meeting.seen(), age);
        return Math.max(expected, meeting.users() - meeting.seen());
    }
}
