package dev.b3lb.simulation;

/** How a node has fared: the time that it spent at each utilisation. */
final class NodeFigures {

    private static final int PER_UNIT = 200;
    private static final int LARGEST = 10;

    private final double[] seconds = new double[LARGEST * PER_UNIT + 1];
    private double total;
    private double over;
    private double crowded;
    private double highest;

    void spent(double time, double utilisation, int users) {
        seconds[Math.min(seconds.length - 1, (int) (utilisation * PER_UNIT))] += time;
        total += time;
        highest = Math.max(highest, utilisation);
        if (utilisation > 1) {
            over += time;
            crowded += time * users;
        }
    }

    void add(NodeFigures other) {
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] += other.seconds[i];
        }
        total += other.total;
        over += other.over;
        crowded += other.crowded;
        highest = Math.max(highest, other.highest);
    }

    /** The utilisation that it was below for this share of the time. */
    double quantile(double share) {
        double left = total * share;
        for (int i = 0; i < seconds.length; i++) {
            left -= seconds[i];
            if (left <= 0) {
                return (i + 0.5) / PER_UNIT;
            }
        }
        return LARGEST;
    }

    double highest() {
        return highest;
    }

    /** The share of time above its capacity. */
    double overload() {
        return over / total;
    }

    /** Attendees times hours on a node above its capacity. */
    double crowdedHours() {
        return crowded / 3600;
    }
}
