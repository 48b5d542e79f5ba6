package dev.b3lb.simulation;

import dev.b3lb.node.SlowStart;
import java.time.Duration;

/** Whether a node counts as well, by what polls and creates met: one bad one and it gets nothing, three and it is down. */
final class NodeHealthWatch {

    private static final int DOWN = 3;
    private static final double LONG_AGO = -24 * 3600;

    private int badInARow;
    private boolean known;
    private double backSince = LONG_AGO;

    /** @param known whether it was polled well long ago */
    NodeHealthWatch(boolean known) {
        this.known = known;
    }

    /** Whether it may get meetings. */
    boolean ready() {
        return known && badInARow == 0;
    }

    boolean suspect() {
        return badInARow > 0 && badInARow < DOWN;
    }

    /**
     * A poll was answered.
     *
     * @return whether the node is new, or was down
     */
    boolean good(double now) {
        boolean back = !known || badInARow >= DOWN;
        if (back) {
            backSince = now;
        }
        known = true;
        badInARow = 0;
        return back;
    }

    void bad() {
        badInARow++;
    }

    /** The part of its capacity that counts. */
    double ramp(double now) {
        return SlowStart.share(Duration.ofMillis((long) (1000 * (now - backSince))));
    }
}
