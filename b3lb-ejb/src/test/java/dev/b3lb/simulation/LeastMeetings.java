package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;

/** The node with the fewest meetings at this moment. */
record LeastMeetings(Lowest lowest) implements Chooser {

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        return lowest.of(ready, SimNode::meetingsNow);
    }
}
