package dev.b3lb.meeting;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment on a monotonic clock after which something is not worth going on with. */
final class Deadline {

    /** Less is not worth another call. */
    private static final long NEAR_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final long end;

    /**
     * @param nanoTime the monotonic clock, as {@link System#nanoTime()}
     * @param fromNow when the time is up
     */
    Deadline(LongSupplier nanoTime, Duration fromNow) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + fromNow.toNanos();
    }

    boolean passed() {
        return nanoTime.getAsLong() - end >= 0;
    }

    /** Whether so little is left that no further call should be begun: less than a second. */
    boolean near() {
        return nanoTime.getAsLong() - end > -NEAR_NANOS;
    }

    /** What is left, but not more than a limit and never less than a millisecond. */
    Duration leftOf(Duration limit) {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - nanoTime.getAsLong()));
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
