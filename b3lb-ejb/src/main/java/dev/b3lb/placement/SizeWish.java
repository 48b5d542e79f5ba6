package dev.b3lb.placement;

import java.util.OptionalInt;

/**
 * What a create says about the size of its meeting.
 *
 * @param hint how many attendees are expected, already within bounds
 * @param maxParticipants the most that it allows; 0 or less means no limit
 */
public record SizeWish(OptionalInt hint, OptionalInt maxParticipants) {

    /** Whether it says how many are expected, so that history does not matter. */
    public boolean told() {
        return hint.isPresent();
    }

    /** How many attendees the meeting is expected to get. */
    public ExpectedSize expected(SizeHistory history) {
        return ExpectedSize.of(hint, maxParticipants, history);
    }
}
