package dev.b3lb.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Takes the node with the lowest of some figure, equal ones by lot. */
final class Lowest {

    private final RandomGenerator random;

    Lowest(RandomGenerator random) {
        this.random = random;
    }

    SimNode of(List<Site> ready, ToDoubleFunction<SimNode> figure) {
        SimNode best = null;
        double lowest = Double.POSITIVE_INFINITY;
        int equals = 0;
        for (Site site : ready) {
            double value = figure.applyAsDouble(site.node());
            equals = value < lowest ? 1 : value == lowest ? equals + 1 : equals;
            if (value < lowest || value == lowest && random.nextInt(equals) == 0) {
                best = site.node();
                lowest = value;
            }
        }
        return best;
    }
}
