package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;

/** Knows how many will come to every meeting and what every node can serve, and has no delay. */
record Oracle(Lowest lowest) implements Chooser {

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        int size = create.demand().size();
        return lowest.of(ready, node -> (FinalUsers.on(node) + size) / (double) node.seats());
    }
}
