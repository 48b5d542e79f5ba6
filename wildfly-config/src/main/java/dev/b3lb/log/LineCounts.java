package dev.b3lb.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How many lines of each logger were told in the current span of time. Safe for use by several threads. */
final class LineCounts {

    /** More loggers than this share one count. */
    private static final int MOST_LOGGERS = 1_000;

    private final int most;
    private final long span;
    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new HashMap<>();

    /** A span of one logger. */
    private static final class Count {
        private long begin;
        private int lines;
        private int leftOut;
    }

    /**
     * @param most lines of a logger in a span
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     */
    LineCounts(int most, Duration span, LongSupplier nanoTime) {
        this.most = most;
        this.span = span.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * A line wants to be told.
     *
     * @return what to put at its end: nothing, or how many were left out in earlier spans; empty if it is left out
     */
    synchronized Optional<String> next(String logger) {
        Count count = count(logger);
        long now = nanoTime.getAsLong();
        if (count.lines == 0 || now - count.begin >= span) {
            count.begin = now;
            count.lines = 0;
        }
        if (count.lines >= most) {
            count.leftOut++;
            return Optional.empty();
        }
        count.lines++;
        return Optional.of(leftOut(count));
    }

    private Count count(String logger) {
        String name = counts.size() < MOST_LOGGERS || counts.containsKey(logger) ? logger : "";
        return counts.computeIfAbsent(name, unknown -> new Count());
    }

    private static String leftOut(Count count) {
        String text = count.leftOut == 0 ? "" : " (and " + count.leftOut + " more before)";
        count.leftOut = 0;
        return text;
    }
}
