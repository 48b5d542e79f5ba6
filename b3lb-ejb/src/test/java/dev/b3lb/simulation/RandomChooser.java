package dev.b3lb.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Any node. */
record RandomChooser(RandomGenerator random) implements Chooser {

    @Override
    public SimNode choose(Create create, int expected, List<Site> ready, double now) {
        return ready.get(random.nextInt(ready.size())).node();
    }
}
