package dev.b3lb.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a node measures of its own CPU: the means of the last 15 seconds and of the last minute. */
final class CpuLog {

    private static final int PER_MINUTE = 4;
    private static final double FULL = 10_000;

    private final Deque<Double> integrals = new ArrayDeque<>();
    private double integral;
    private int value;

    CpuLog() {
        integrals.add(0.0);
    }

    /** The CPU was used like this for a while. */
    void used(double utilisation, double seconds) {
        integral += Math.min(1, utilisation) * seconds;
    }

    /** Another 15 seconds are over. */
    void sample() {
        double quarter = (integral - integrals.getLast()) / Simulation.POLL_INTERVAL;
        if (integrals.size() > PER_MINUTE) {
            integrals.removeFirst();
        }
        double minute = (integral - integrals.getFirst()) / (integrals.size() * Simulation.POLL_INTERVAL);
        integrals.addLast(integral);
        value = (int) Math.round(FULL * Math.min(1, Math.max(quarter, minute)));
    }

    /** What the node reports, 0 to 10,000. */
    int value() {
        return value;
    }
}
