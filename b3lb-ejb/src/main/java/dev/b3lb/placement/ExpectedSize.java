package dev.b3lb.placement;

import java.util.OptionalInt;

/** How many attendees a meeting is expected to get when nobody is in it yet. */
public final class ExpectedSize {

    /** What a meeting is taken for of which nothing is known, in attendees. */
    static final int UNKNOWN = 16;

    /** What is usual counts like this many meetings of the room. */
    private static final double WEIGHT_OF_THE_USUAL = 2;

    /** An older meeting counts this much of the one after it. */
    private static final double FADING = 0.8;

    private ExpectedSize() {}

    /**
     * The expected number of attendees, at least 1.
     *
     * @param hint what the create says, already within bounds; it is believed
     * @param maxParticipants the most that the create allows; 0 or less means no limit
     * @param history the room's meetings before, for a create that says nothing
     */
    public static int of(OptionalInt hint, OptionalInt maxParticipants, SizeHistory history) {
        int most = maxParticipants.orElse(0);
        long size = hint.isPresent() ? hint.getAsInt() : Math.round(average(history));
        return (int) Math.max(1, most > 0 ? Math.min(most, size) : size);
    }

    /** Few meetings of a room prove little, so what is usual is mixed in. */
    private static double average(SizeHistory history) {
        double sum = WEIGHT_OF_THE_USUAL * history.usual().orElse(UNKNOWN);
        double weights = WEIGHT_OF_THE_USUAL;
        double weight = 1;
        for (int size : history.telling()) {
            sum += weight * size;
            weights += weight;
            weight *= FADING;
        }
        return sum / weights;
    }
}
