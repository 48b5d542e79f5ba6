package dev.b3lb.operations;

import dev.b3lb.callback.OutboxEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many calls to tenants wait in the database, asked once a second at the most: monitoring reads figures one by one,
 * and must not wait for a database that is away with each of them.
 */
@ApplicationScoped
public class PendingCallbacks {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final LongSupplier count;
    private final LongSupplier nanoTime;
    private Seen last;

    @Inject
    PendingCallbacks(OutboxEntries entries) {
        this(entries::pending, System::nanoTime);
    }

    /**
     * @param count asks the database; throws if it is away
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    PendingCallbacks(LongSupplier count, LongSupplier nanoTime) {
        this.count = count;
        this.nanoTime = nanoTime;
    }

    /**
     * What the database told.
     *
     * @param number how many calls wait; as it was when the database last answered, 0 if it never did
     * @param up whether the database answered
     * @param at {@link System#nanoTime()} of the answer
     */
    record Seen(long number, boolean up, long at) {}

    /** What is known, at most a second old. */
    synchronized Seen now() {
        if (last == null || nanoTime.getAsLong() - last.at() > KEPT.toNanos()) {
            last = ask();
        }
        return last;
    }

    private Seen ask() {
        try {
            long number = count.getAsLong();
            return new Seen(number, true, nanoTime.getAsLong());
        } catch (RuntimeException away) {
            return new Seen(last == null ? 0 : last.number(), false, nanoTime.getAsLong());
        }
    }
}
