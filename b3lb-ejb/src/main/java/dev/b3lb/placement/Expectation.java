package dev.b3lb.placement;

import java.time.Duration;

/**
 * How many are still expected in a young meeting. Who comes, comes evenly over some minutes: a meeting that has more
 * attendees by now than it should have becomes larger than it was taken for, and one that stays empty smaller. The surer
 * the expectation was, the less it moves.
 */
public final class Expectation {

    /** The time in which attendees come; after it nobody is waited for. */
    public static final Duration ARRIVING = Duration.ofMinutes(8);

    private Expectation() {}

    /**
     * How many attendees are still expected in a meeting.
     *
     * @param expected how many it was expected to get
     * @param seen how many are in it
     * @param age time since it was created
     */
    public static double remaining(ExpectedSize expected, int seen, Duration age) {
        if (expected.attendees() == 0) {
            return 0;
        }
        double passed = Math.max(0, Math.min(1, age.toMillis() / (double) ARRIVING.toMillis()));
        // The mean of a gamma distribution of sizes, given how many of a Poisson process have come until now
        double size = (expected.weight() + seen) / (expected.weight() / expected.attendees() + passed);
        return size * (1 - passed);
    }
}
