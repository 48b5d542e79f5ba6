package dev.b3lb.simulation;

import java.util.Comparator;
import java.util.List;

/**
 * What is wanted when.
 *
 * @param past meetings of the days before, oldest first
 * @param demands the meetings of the simulated time, in order
 */
record Trace(List<Demand> past, List<Demand> demands) {

    /** Sorts what belongs to the time before 0 and what does not. */
    static Trace of(List<Demand> all) {
        List<Demand> sorted =
                all.stream().sorted(Comparator.comparingDouble(Demand::at)).toList();
        return new Trace(
                sorted.stream().filter(demand -> demand.at() < 0).toList(),
                sorted.stream().filter(demand -> demand.at() >= 0).toList());
    }
}
