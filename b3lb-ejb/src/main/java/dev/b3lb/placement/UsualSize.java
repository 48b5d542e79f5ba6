package dev.b3lb.placement;

import java.util.OptionalDouble;

/**
 * What many meetings come to on the average. At first all of them weigh the same; beyond some number the newest one
 * always has the same weight, so that the average follows what people do now.
 *
 * @param meetings how many meetings are in it
 * @param mean their average size in attendees
 */
public record UsualSize(long meetings, double mean) {

    /** No meeting yet. */
    public static final UsualSize NONE = new UsualSize(0, 0);

    /** From so many meetings on, the newest weighs no less than one of so many. */
    private static final long MEMORY = 200;

    /** What fewer meetings than this come to says little. */
    private static final long ENOUGH = 10;

    /** The average with one more meeting, which is the newest. */
    public UsualSize with(int size) {
        long number = meetings + 1;
        return new UsualSize(number, mean + (size - mean) / Math.min(number, MEMORY));
    }

    /** The average, if it says anything. */
    public OptionalDouble known() {
        return meetings < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }
}
