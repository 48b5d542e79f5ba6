package dev.b3lb.placement;

import java.util.OptionalInt;

/** How many attendees a meeting is expected to get when nobody is in it yet. */
public final class ExpectedSize {

    /** What a meeting of unknown size is taken for, in attendees. */
    static final int UNKNOWN = 16;

    private ExpectedSize() {}

    /**
     * The expected number of attendees.
     *
     * @param maxParticipants the most that the create allows; 0 or less means no limit
     */
    public static int of(OptionalInt maxParticipants) {
        int most = maxParticipants.orElse(0);
        return most > 0 ? Math.min(most, UNKNOWN) : UNKNOWN;
    }
}
