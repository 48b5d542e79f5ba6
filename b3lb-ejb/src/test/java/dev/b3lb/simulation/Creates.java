package dev.b3lb.simulation;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;

/** What chance decides about a demand: the same for all rules. */
final class Creates {

    private static final int SERVERS = 3;

    /** Who opens the room is in it within these seconds. */
    private static final double FIRST = 5;

    private static final int LARGE = 30;
    private static final int LARGE_LIE = 300;
    private static final int SMALL_LIE = 1;

    private final long seed;
    private final Disturbance disturbance;

    Creates(long seed, Disturbance disturbance) {
        this.seed = seed;
        this.disturbance = disturbance;
    }

    Create of(Demand demand) {
        Random random = random(demand, 1);
        int server = random.nextInt(SERVERS);
        boolean dies = random.nextDouble() < disturbance.frontEndCrashes();
        boolean lies = random.nextDouble() < disturbance.liars();
        return new Create(demand, server, OptionalInt.of(lies ? lie(demand) : hint(demand, random)), dies);
    }

    /** Not everybody comes who may, and some come who were not counted. */
    private static int hint(Demand demand, Random random) {
        return (int) Math.max(1, Math.round(demand.size() * (0.9 + 0.4 * random.nextDouble())));
    }

    private static int lie(Demand demand) {
        return demand.size() < LARGE ? LARGE_LIE : SMALL_LIE;
    }

    /** When each attendee comes, in seconds from the create on, in order. */
    double[] joins(Demand demand) {
        Random random = random(demand, 2);
        double[] times =
                random.doubles(demand.size(), 0, demand.ramp()).sorted().toArray();
        times[0] = Math.min(times[0], FIRST * random.nextDouble());
        Arrays.sort(times);
        return times;
    }

    /** When the people of a meeting try again whose node has died, in seconds. */
    double pauseAfterCrash(Demand demand) {
        return 60 + 180 * random(demand, 3).nextDouble();
    }

    private Random random(Demand demand, int purpose) {
        return new Random((seed * 31 + demand.hashCode()) * 31 + purpose);
    }
}
