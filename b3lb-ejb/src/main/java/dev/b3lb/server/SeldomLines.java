package dev.b3lb.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps the log readable when somebody else decides how often something happens: of equal events one is told in a while,
 * and how many were left out before it. Safe for use by several threads.
 */
public final class SeldomLines {

    private static final int MOST_KINDS = 10_000;

    private final long pause;
    private final LongSupplier nanoTime;
    private final Cache<Object, Count> counts =
            Caffeine.newBuilder().maximumSize(MOST_KINDS).build();

    /**
     * Events of one kind.
     *
     * @param lastLine when one was told last
     * @param leftOut how many there were since then
     * @param before how many had been left out when that one was told
     */
    private record Count(long lastLine, int leftOut, int before) {}

    /**
     * @param pause the time between two lines about the same
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    public SeldomLines(Duration pause, LongSupplier nanoTime) {
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Something has happened.
     *
     * @param kind events of equal kinds are alike
     * @return if it is to be told, what is to stand at the line's end: nothing, or that others were left out
     */
    public Optional<String> next(Object kind) {
        long now = nanoTime.getAsLong();
        Count count = counts.asMap().compute(kind, (same, known) -> counted(known, now));
        return count.leftOut() > 0
                ? Optional.empty()
                : Optional.of(count.before() == 0 ? "" : " (and " + count.before() + " more before)");
    }

    private Count counted(Count known, long now) {
        if (known == null) {
            return new Count(now, 0, 0);
        }
        return now - known.lastLine() >= pause
                ? new Count(now, 0, known.leftOut())
                : new Count(known.lastLine(), known.leftOut() + 1, 0);
    }
}
