package dev.b3lb.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Rooms and how many come to them: a few kinds of size, each spread about its median. Most rooms have met before at the
 * same hour of the week, with about as many.
 */
final class Rooms {

    private static final double RECURRENT = 0.7;
    private static final int WEEKS = 8;
    private static final double WEEK = 7 * 24 * 3600;

    /** Spread of a room's own meetings, as the logarithm. */
    private static final double FROM_WEEK_TO_WEEK = 0.2;

    /** Sizes as they come at an ordinary day: talks, seminars, lectures, big lectures. */
    private static final List<Kind> ORDINARY =
            List.of(new Kind(3, 0.33), new Kind(18, 0.44), new Kind(45, 0.18), new Kind(150, 0.05));

    private static final double SPREAD = 0.3;

    private record Kind(double median, double share) {}

    private final RandomGenerator random;
    private final List<Demand> all = new ArrayList<>();

    Rooms(RandomGenerator random) {
        this.random = random;
    }

    /** A meeting of some room at a time, with what that room did in the weeks before. */
    void meet(double at, double duration) {
        meet(at, duration, typicalSize(), random.nextDouble() < RECURRENT);
    }

    /** A meeting that many are expected to come to, in a room that never met before. */
    void meetOnce(double at, double duration, double typical) {
        meet(at, duration, typical, false);
    }

    private void meet(double at, double duration, double typical, boolean recurrent) {
        String room = "room" + all.size();
        double ramp = between(240, 480);
        all.add(new Demand(at, room, size(typical), ramp, duration));
        for (int week = 1; recurrent && week <= WEEKS; week++) {
            all.add(new Demand(at - week * WEEK, room, size(typical), ramp, duration));
        }
    }

    private int size(double typical) {
        return (int) Math.max(1, Math.round(typical * Math.exp(FROM_WEEK_TO_WEEK * random.nextGaussian())));
    }

    private double typicalSize() {
        double drawn = random.nextDouble();
        for (Kind kind : ORDINARY) {
            drawn -= kind.share();
            if (drawn < 0) {
                return kind.median() * Math.exp(SPREAD * random.nextGaussian());
            }
        }
        return ORDINARY.get(0).median();
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** A span between two numbers of minutes, in seconds. */
    double minutes(double least, double most) {
        return between(60 * least, 60 * most);
    }

    /** A time about another one. */
    double about(double time, double sigma) {
        return Math.max(0, time + sigma * random.nextGaussian());
    }

    /** Times of events that come at a constant rate. */
    List<Double> poisson(double until, double perHour) {
        List<Double> times = new ArrayList<>();
        for (double time = pause(perHour); time < until; time += pause(perHour)) {
            times.add(time);
        }
        return times;
    }

    private double pause(double perHour) {
        return -Math.log(1 - random.nextDouble()) * 3600 / perHour;
    }

    Trace trace() {
        return Trace.of(all);
    }
}
