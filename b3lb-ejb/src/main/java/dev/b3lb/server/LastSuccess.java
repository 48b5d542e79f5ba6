package dev.b3lb.server;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** When something that is tried again and again worked last. Safe for use by several threads. */
public final class LastSuccess {

    private final LongSupplier nanoTime;
    private volatile OptionalLong last = OptionalLong.empty();

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime()} */
    public LastSuccess(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** It worked, at this moment. */
    public void happened() {
        happened(now());
    }

    /** It worked, and what came of it is as old as this moment, which is one of {@link #now()}. */
    public void happened(long moment) {
        last = OptionalLong.of(moment);
    }

    /** A moment to remember. */
    public long now() {
        return nanoTime.getAsLong();
    }

    /** How long ago it worked last; empty if it never did. */
    public Optional<Duration> age() {
        OptionalLong moment = last;
        return moment.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(now() - moment.getAsLong()));
    }

    /** Whether it worked within a time. */
    public boolean within(Duration time) {
        return age().filter(age -> age.compareTo(time) < 0).isPresent();
    }
}
