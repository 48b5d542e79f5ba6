package dev.b3lb.placement;

import java.time.Duration;

/**
 * How long people are waited for that a meeting is expected to get. At first all who are not there yet count, then fewer
 * and fewer: who wants to be in a meeting is in it after some minutes, and counted.
 */
public final class Expectation {

    /** An age up to which all who are expected count. */
    public static final Duration FULL = Duration.ofMinutes(3);

    /** The age from which on nobody is waited for any more. */
    public static final Duration GONE = Duration.ofMinutes(10);

    private Expectation() {}

    /**
     * How many attendees are still expected in a meeting.
     *
     * @param expected how many it was expected to get
     * @param seen how many are in it
     * @param age time since it was created
     */
    public static double remaining(int expected, int seen, Duration age) {
        double left = GONE.minus(age).toMillis() / (double) GONE.minus(FULL).toMillis();
        return Math.max(0, expected - seen) * Math.max(0, Math.min(1, left));
    }
}
