package dev.b3lb.tally;

/**
 * Sums since a secret was first used.
 *
 * @param attendeesJoined joins that were answered with a way to the meeting
 * @param meetingsCreated meetings that a node has begun
 * @param meetingsEnded meetings that are over and took less than twelve hours
 * @param meetingSeconds how long these took together
 * @param meetingLimitHits creates that a limit of meetings has refused
 * @param attendeeLimitHits creates that a limit of attendees has refused
 */
public record Tally(
        long attendeesJoined,
        long meetingsCreated,
        long meetingsEnded,
        double meetingSeconds,
        long meetingLimitHits,
        long attendeeLimitHits) {

    /** Nothing was counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                attendeesJoined + other.attendeesJoined,
                meetingsCreated + other.meetingsCreated,
                meetingsEnded + other.meetingsEnded,
                meetingSeconds + other.meetingSeconds,
                meetingLimitHits + other.meetingLimitHits,
                attendeeLimitHits + other.attendeeLimitHits);
    }
}
