package dev.b3lb.simulation;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Polls every node in its turn, and soon again when that went wrong. */
final class Polls {

    private static final double AGAIN = 2;

    private final Timeline timeline;
    private final Disturbance disturbance;
    private final Consumer<SimNode> onReturn;

    /** @param onReturn told when a node is well again, or for the first time */
    Polls(Timeline timeline, Disturbance disturbance, Consumer<SimNode> onReturn) {
        this.timeline = timeline;
        this.disturbance = disturbance;
        this.onReturn = onReturn;
    }

    void start(List<Site> sites, long seed) {
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            Random random = new Random(seed * 31 + i);
            timeline.every(Simulation.POLL_INTERVAL * i / sites.size(), Simulation.POLL_INTERVAL, () -> {
                site.node().measure(timeline.now());
                poll(site, random);
            });
        }
    }

    private void poll(Site site, Random random) {
        boolean lost = random.nextDouble() < disturbance.pollLoss();
        double cpuFactor = Math.max(0, 1 + disturbance.cpuNoise() * random.nextGaussian());
        if (site.answers() && !lost) {
            site.node().poll(timeline.now(), cpuFactor);
            if (site.health().good(timeline.now())) {
                onReturn.accept(site.node());
            }
            return;
        }
        site.health().bad();
        if (site.health().suspect()) {
            timeline.in(AGAIN, () -> pollAgain(site, random));
        }
    }

    private void pollAgain(Site site, Random random) {
        if (site.health().suspect()) {
            poll(site, random);
        }
    }
}
