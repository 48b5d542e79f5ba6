package dev.b3lb.placement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many attendees a meeting is expected to get when nobody is in it yet, and how sure that is.
 *
 * @param attendees how many
 * @param weight how many attendees have to come, or not to come, before they say as much as the expectation does
 */
public record ExpectedSize(int attendees, double weight) {

    /** What a meeting is taken for of which nothing is known, in attendees. */
    static final int UNKNOWN = 16;

    /** What is usual counts like this many meetings of the room. */
    private static final double WEIGHT_OF_THE_USUAL = 2;

    /** An older meeting counts this much of the one after it. */
    private static final double FADING = 0.8;

    private static final double UNSURE = 5;
    private static final double SURE = 15;

    /** Nobody is expected. */
    public static final ExpectedSize NOBODY = new ExpectedSize(0, UNSURE);

    /**
     * What is expected, at least one attendee.
     *
     * @param hint what the create says, already within bounds; it is believed
     * @param maxParticipants the most that the create allows; 0 or less means no limit
     * @param history the room's meetings before, for a create that says nothing
     */
    public static ExpectedSize of(OptionalInt hint, OptionalInt maxParticipants, SizeHistory history) {
        int most = maxParticipants.orElse(0);
        List<Integer> before = history.telling();
        long size = hint.isPresent() ? hint.getAsInt() : Math.round(average(before, history.usual()));
        double known = hint.isPresent() ? 1 : before.size() / (double) SizeHistory.MOST;
        return new ExpectedSize(
                (int) Math.max(1, most > 0 ? Math.min(most, size) : size), UNSURE + known * (SURE - UNSURE));
    }

    /** Few meetings of a room prove little, so what is usual is mixed in. */
    private static double average(List<Integer> sizes, OptionalDouble usual) {
        double sum = WEIGHT_OF_THE_USUAL * usual.orElse(UNKNOWN);
        double weights = WEIGHT_OF_THE_USUAL;
        double weight = 1;
        for (int size : sizes) {
            sum += weight * size;
            weights += weight;
            weight *= FADING;
        }
        return sum / weights;
    }
}
