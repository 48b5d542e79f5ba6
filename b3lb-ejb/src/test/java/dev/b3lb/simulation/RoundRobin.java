package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;

/** One after the other; all servers share the turn. */
final class RoundRobin implements Chooser {

    private int turn;

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        return ready.get(turn++ % ready.size()).node();
    }
}
