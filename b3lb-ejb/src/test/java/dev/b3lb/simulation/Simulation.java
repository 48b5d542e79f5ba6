package dev.b3lb.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run: a scenario, the demand of a seed, one rule. The same arguments always give the same run. */
final class Simulation {

    /** Four hours, in seconds. */
    static final double HORIZON = 4 * 3600;

    /** Seconds between two polls of a node. */
    static final double POLL_INTERVAL = 15;

    private final Timeline timeline = new Timeline();
    private final Stopwatch stopwatch = new Stopwatch();
    private final List<Site> sites = new ArrayList<>();
    private final Sampler sampler = new Sampler(sites);
    private final Meetings meetings;

    Simulation(Scenario scenario, Trace trace, Contender contender, long seed) {
        List<Integer> seats = scenario.pool().seats();
        for (int i = 0; i < seats.size(); i++) {
            sites.add(new Site(new SimNode(i, seats.get(i)), !joinsLater(scenario, i)));
        }
        Chooser chooser =
                contender.chooser(new Contender.Game(trace, seats.size(), new Random(seed * 31 + 7), stopwatch));
        meetings = new Meetings(timeline, sites, new Creates(seed, scenario.disturbance()), chooser);
        meetings.start(trace);
        Faults faults = new Faults(timeline, sites, meetings);
        scenario.faults().forEach(faults::start);
        new Polls(timeline, scenario.disturbance(), node -> sampler.returned(node, timeline.now())).start(sites, seed);
        timeline.every(0, 60, () -> chooser.minute(nodes(), timeline.now()));
        timeline.every(0, POLL_INTERVAL, () -> sampler.sample(timeline.now()));
    }

    private static boolean joinsLater(Scenario scenario, int node) {
        return scenario.faults().stream().anyMatch(fault -> fault instanceof Fault.Joins && fault.node() == node);
    }

    /** Runs to the end. */
    Figures run() {
        timeline.runUntil(HORIZON);
        NodeFigures sum = new NodeFigures();
        for (SimNode node : nodes()) {
            node.passTime(timeline.now());
            sum.add(node.figures());
        }
        return new Figures(
                sum.quantile(0.5),
                sum.quantile(0.99),
                sum.highest(),
                sum.overload(),
                sum.crowdedHours(),
                meetings.placedHotShare(),
                sampler.maxToMean(),
                sampler.fairness(),
                sampler.rebalanceMinutes(),
                stopwatch.perSecond());
    }

    /** Runs up to a time, to look at the nodes then. */
    List<SimNode> runUntil(double time) {
        timeline.runUntil(time);
        return nodes();
    }

    Meetings meetings() {
        return meetings;
    }

    Sampler sampler() {
        return sampler;
    }

    private List<SimNode> nodes() {
        return sites.stream().map(Site::node).toList();
    }
}
