package dev.b3lb.node;

import java.time.Duration;

/**
 * How much of its strength a node is trusted with that was DOWN and works again: little at first and then more and more,
 * so that an empty node is not flooded with all that is new while it may still be shaky.
 */
public final class SlowStart {

    /** The time from the first good poll until the node counts in full. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    /** The share at the beginning. */
    public static final double FIRST = 0.1;

    private SlowStart() {}

    /**
     * The share of its strength that counts, {@link #FIRST} to 1.
     *
     * @param age time since the node came back
     */
    public static double share(Duration age) {
        double passed = age.toMillis() / (double) LENGTH.toMillis();
        return FIRST + (1 - FIRST) * Math.max(0, Math.min(1, passed));
    }
}
