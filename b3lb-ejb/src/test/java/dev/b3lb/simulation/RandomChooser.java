package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;
import java.util.random.RandomGenerator;

/** Any node. */
record RandomChooser(RandomGenerator random) implements Chooser {

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        return ready.get(random.nextInt(ready.size())).node();
    }
}
