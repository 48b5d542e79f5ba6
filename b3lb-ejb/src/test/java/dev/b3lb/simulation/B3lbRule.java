package dev.b3lb.simulation;

import dev.b3lb.node.SomeNodes;
import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.placement.LoadFormula;
import java.util.List;
import java.util.OptionalInt;

/** The lowest load by the formula, of data without any delay. */
record B3lbRule(Weights weights, Lowest lowest) implements Chooser {

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        return lowest.of(ready, this::load);
    }

    double load(SimNode node) {
        int cpu = (int) Math.round(10_000 * Math.min(1, node.utilisation()));
        return LoadFormula.load(
                SomeNodes.CLUSTER, weights.of(node), node.users(), node.meetingsNow(), OptionalInt.of(cpu));
    }
}
