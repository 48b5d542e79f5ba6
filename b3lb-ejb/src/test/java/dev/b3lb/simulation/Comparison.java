package dev.b3lb.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs rules against each other: all of them get the same demand. */
final class Comparison {

    private final Map<Scenario, Map<Contender, List<Figures>>> runs = new EnumMap<>(Scenario.class);

    static Comparison of(List<Scenario> scenarios, List<Contender> contenders, int seeds) {
        Comparison comparison = new Comparison();
        for (Scenario scenario : scenarios) {
            for (long seed = 1; seed <= seeds; seed++) {
                Trace trace = scenario.trace().trace(seed);
                for (Contender contender : contenders) {
                    comparison.add(scenario, contender, new Simulation(scenario, trace, contender, seed).run());
                }
            }
        }
        return comparison;
    }

    private void add(Scenario scenario, Contender contender, Figures figures) {
        runs.computeIfAbsent(scenario, first -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, first -> new ArrayList<>())
                .add(figures);
    }

    /** The figures of each seed, in order. */
    List<Figures> runs(Scenario scenario, Contender contender) {
        return runs.get(scenario).get(contender);
    }

    Figures mean(Scenario scenario, Contender contender) {
        return Figures.mean(runs(scenario, contender));
    }

    /** The share of node-time above the capacity, added up over the seeds. */
    double overload(Scenario scenario, Contender contender) {
        return runs(scenario, contender).stream().mapToDouble(Figures::overload).sum();
    }
}
