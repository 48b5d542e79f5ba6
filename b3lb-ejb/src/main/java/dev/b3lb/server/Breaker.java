package dev.b3lb.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers from something that has just failed, so that not each of them waits for it: after a failure one caller
 * may try in each pause, until one succeeds.
 */
public final class Breaker {

    private final long pause;
    private final LongSupplier nanoTime;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicLong nextTry = new AtomicLong();

    /**
     * @param pause the time between two tries
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    public Breaker(Duration pause, LongSupplier nanoTime) {
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether the caller may try now; then it has to tell how that went. */
    public boolean mayTry() {
        if (!failing.get()) {
            return true;
        }
        long now = nanoTime.getAsLong();
        long next = nextTry.get();
        return now - next >= 0 && nextTry.compareAndSet(next, now + pause);
    }

    /** Whether it failed the last time. */
    public boolean failing() {
        return failing.get();
    }

    /**
     * It worked.
     *
     * @return whether that is news
     */
    public boolean succeeded() {
        return failing.compareAndSet(true, false);
    }

    /**
     * It failed.
     *
     * @return whether that is news
     */
    public boolean failed() {
        nextTry.set(nanoTime.getAsLong() + pause);
        return failing.compareAndSet(false, true);
    }
}
