package dev.b3lb.simulation;

import dev.b3lb.simulation.Fault.Crash;
import dev.b3lb.simulation.Fault.Flapping;
import dev.b3lb.simulation.Fault.Joins;
import dev.b3lb.simulation.Fault.Slow;
import java.util.List;
import java.util.Locale;

/** Demand, nodes and what goes wrong. Places 0 to 7 of an unequal pool are small nodes, 8 to 15 middle, 16 to 19 big. */
enum Scenario {
    HOUR_EQUAL("full hour, equal nodes", TraceShape.HOUR, PoolShape.EQUAL),
    HOUR("full hour, 1:2:4", TraceShape.HOUR, PoolShape.UNEQUAL),
    BURST_EQUAL("5 s burst, equal nodes", TraceShape.BURST, PoolShape.EQUAL),
    BURST("5 s burst, 1:2:4", TraceShape.BURST, PoolShape.UNEQUAL),
    STEADY("steady, 1:2:4", TraceShape.STEADY, PoolShape.UNEQUAL),
    EXAM("exam day, 1:2:4", TraceShape.EXAM, PoolShape.UNEQUAL),
    OVERLAP("overlapping hours, 1:2:4", TraceShape.OVERLAP, PoolShape.UNEQUAL),
    RECORDED("recorded demand, 1:2:4", TraceShape.RECORDED, PoolShape.UNEQUAL),
    CRASH(
            "full hour, 1:2:4, two nodes crash and return",
            TraceShape.HOUR,
            PoolShape.UNEQUAL,
            new Crash(9, 3600 + 1500, 3600 + 2400),
            new Crash(17, 2 * 3600 + 1200, 3 * 3600 + 500)),
    FLAPPING(
            "full hour, 1:2:4, two nodes come and go",
            TraceShape.HOUR,
            PoolShape.UNEQUAL,
            new Flapping(10, 1800, 4 * 3600, 20, 100),
            new Flapping(18, 1800, 4 * 3600, 20, 100)),
    SLOW(
            "full hour, 1:2:4, two nodes at half their strength",
            TraceShape.HOUR,
            PoolShape.UNEQUAL,
            new Slow(11, 3600, 3 * 3600, 0.5),
            new Slow(19, 3600, 3 * 3600, 0.5)),
    JOINING("steady, 1:2:4, a big node joins", TraceShape.STEADY, PoolShape.UNEQUAL, new Joins(19, 2 * 3600)),
    POLL_LOSS("full hour, 1:2:4, 10 % of polls lost", new Disturbance(0.1, 0, 0, 0)),
    LOST_CREATES("full hour, 1:2:4, 5 % of creates die half-way", new Disturbance(0, 0.05, 0, 0)),
    CPU_NOISE("full hour, 1:2:4, CPU values off by 20 %", new Disturbance(0, 0, 0.2, 0)),
    LIARS("full hour, 1:2:4, 30 % of size hints are lies", new Disturbance(0, 0, 0, 0.3));

    private final String title;
    private final TraceShape trace;
    private final PoolShape pool;
    private final List<Fault> faults;
    private final Disturbance disturbance;

    Scenario(String title, TraceShape trace, PoolShape pool, Fault... faults) {
        this(title, trace, pool, Disturbance.NONE, faults);
    }

    Scenario(String title, Disturbance disturbance) {
        this(title, TraceShape.HOUR, PoolShape.UNEQUAL, disturbance);
    }

    Scenario(String title, TraceShape trace, PoolShape pool, Disturbance disturbance, Fault... faults) {
        this.title = title;
        this.trace = trace;
        this.pool = pool;
        this.faults = List.of(faults);
        this.disturbance = disturbance;
    }

    String title() {
        return title;
    }

    TraceShape trace() {
        return trace;
    }

    PoolShape pool() {
        return pool;
    }

    List<Fault> faults() {
        return faults;
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** The name on the command line. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
