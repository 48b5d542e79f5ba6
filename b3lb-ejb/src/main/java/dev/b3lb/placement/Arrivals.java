package dev.b3lb.placement;

import java.time.Duration;

/**
 * How long somebody counts as on the way who was sent to a meeting by a join and whom no poll has seen there yet. Polls
 * see who arrives; who is not seen soon has turned back, or was there already.
 */
public final class Arrivals {

    /** Time since the last join up to which all count who have not been seen. */
    public static final Duration FULL = Duration.ofSeconds(30);

    /** Time since the last join from which on nobody counts any more. */
    public static final Duration GONE = Duration.ofSeconds(60);

    /** So many at most are on the way to one meeting, however often somebody calls for the same page. */
    public static final int MOST = 500;

    private Arrivals() {}

    /**
     * How many are still on the way.
     *
     * @param coming how many have joined and were not seen yet
     * @param age time since the last of them joined
     */
    public static double remaining(int coming, Duration age) {
        double left = GONE.minus(age).toMillis() / (double) GONE.minus(FULL).toMillis();
        return coming * Math.max(0, Math.min(1, left));
    }
}
