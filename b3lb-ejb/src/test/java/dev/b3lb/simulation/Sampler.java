package dev.b3lb.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at all nodes at once, again and again. */
final class Sampler {

    /** All utilisations at a time; those of absent nodes are missing. */
    record Sample(double at, double[] utilisations) {

        double mean() {
            return Arrays.stream(utilisations).average().orElse(0);
        }

        double max() {
            return Arrays.stream(utilisations).max().orElse(0);
        }

        /** Jain's index. */
        double fairness() {
            double sum = Arrays.stream(utilisations).sum();
            double squares = Arrays.stream(utilisations).map(u -> u * u).sum();
            return sum * sum / (utilisations.length * squares);
        }
    }

    private static final double BUSY = 0.3;
    private static final double SETTLED = 0.8;

    private static final class Newcomer {
        private final SimNode node;
        private final double since;
        private double settled = Simulation.HORIZON;

        Newcomer(SimNode node, double since) {
            this.node = node;
            this.since = since;
        }
    }

    private final List<Site> sites;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Newcomer> newcomers = new ArrayList<>();

    Sampler(List<Site> sites) {
        this.sites = sites;
    }

    /** A node is there again. */
    void returned(SimNode node, double now) {
        newcomers.add(new Newcomer(node, now));
    }

    void sample(double now) {
        Sample sample = new Sample(
                now,
                sites.stream()
                        .filter(Site::up)
                        .mapToDouble(site -> site.node().utilisation())
                        .toArray());
        samples.add(sample);
        for (Newcomer newcomer : newcomers) {
            if (newcomer.node.utilisation() >= SETTLED * sample.mean()) {
                newcomer.settled = Math.min(newcomer.settled, now);
            }
        }
    }

    List<Sample> samples() {
        return samples;
    }

    double maxToMean() {
        return busy().stream()
                .mapToDouble(sample -> sample.max() / sample.mean())
                .average()
                .orElse(Double.NaN);
    }

    double fairness() {
        return busy().stream().mapToDouble(Sample::fairness).average().orElse(Double.NaN);
    }

    double rebalanceMinutes() {
        return newcomers.stream()
                .mapToDouble(newcomer -> (newcomer.settled - newcomer.since) / 60)
                .average()
                .orElse(Double.NaN);
    }

    private List<Sample> busy() {
        return samples.stream().filter(sample -> sample.mean() > BUSY).toList();
    }
}
