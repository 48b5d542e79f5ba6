package dev.b3lb.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Keeps the log readable when somebody else decides how often something happens: of equal events one or a few are told in
 * a while, and how many were left out before. Safe for use by several threads.
 */
public final class SeldomLines {

    private static final int MOST_KINDS = 10_000;

    private final int most;
    private final long pause;
    private final LongSupplier nanoTime;
    private final Cache<Object, Count> counts =
            Caffeine.newBuilder().maximumSize(MOST_KINDS).build();

    /**
     * Events of one kind.
     *
     * @param begin when the current while began
     * @param lines how many were told in it
     * @param leftOut how many there were since then
     * @param before how many had been left out when the last one was told
     */
    private record Count(long begin, int lines, int leftOut, int before) {}

    /**
     * @param pause the time between two lines about the same
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    public SeldomLines(Duration pause, LongSupplier nanoTime) {
        this(1, pause, nanoTime);
    }

    /**
     * @param most how many lines about the same there are in a while
     * @param pause how long that is
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    public SeldomLines(int most, Duration pause, LongSupplier nanoTime) {
        this.most = most;
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
        OptionalInt before = leftOutBefore(kind);
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.getAsInt() == 0 ? "" : " (and " + before.getAsInt() + " more before)");
    }

    /**
     * Something has happened.
     *
     * @param kind events of equal kinds are alike
     * @return if it is to be told, how many were left out before it
     */
    public OptionalInt leftOutBefore(Object kind) {
        long now = nanoTime.getAsLong();
        Count count = counts.asMap().compute(kind, (same, known) -> counted(known, now));
        return count.leftOut() > 0 ? OptionalInt.empty() : OptionalInt.of(count.before());
    }

    private Count counted(Count known, long now) {
        if (known == null) {
            return new Count(now, 1, 0, 0);
        }
        if (now - known.begin() >= pause) {
            return new Count(now, 1, 0, known.leftOut());
        }
        return known.lines() < most
                ? new Count(known.begin(), known.lines() + 1, 0, 0)
                : new Count(known.begin(), known.lines(), known.leftOut() + 1, 0);
    }
}
