package dev.b3lb.web.answer;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a client has to fetch what is kept for it: 16 KiB a second on the average, after a minute in which it may be
 * as slow as it likes. So every answer comes to an end. Networks and systems keep some megabytes on the way, which is why
 * nothing can be said of a shorter time.
 */
final class Pace {

    /** How often somebody should look. */
    static final Duration LOOK = Duration.ofSeconds(5);

    private static final long LEAST_BYTES_PER_SECOND = 16 << 10;
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final LongSupplier nanoTime;
    private volatile long begin;
    private volatile long fetched;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /** The client has to fetch something from now on. */
    void begin() {
        begin = nanoTime.getAsLong();
        fetched = 0;
    }

    /** The client has fetched some bytes. */
    void fetched(long bytes) {
        fetched += bytes;
    }

    /** Whether the client is not to be waited for any longer. */
    boolean isTooSlow() {
        Duration late = Duration.ofNanos(nanoTime.getAsLong() - begin).minus(GRACE);
        return !late.isNegative() && fetched < late.toSeconds() * LEAST_BYTES_PER_SECOND + 1;
    }
}
