package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lowest load by the formula, of rows that each server keeps for 15 seconds. */
final class CachedB3lbRule implements Chooser {

    private record Cached(double at, double load) {}

    private record Key(int server, int node) {}

    private final B3lbRule rule;
    private final Lowest lowest;
    private final Map<Key, Cached> cache = new HashMap<>();

    CachedB3lbRule(Lowest lowest) {
        this.rule = new B3lbRule(Weights.NONE, lowest);
        this.lowest = lowest;
    }

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        return lowest.of(ready, node -> load(new Key(create.server(), node.index()), node, now));
    }

    private double load(Key key, SimNode node, double now) {
        Cached cached = cache.get(key);
        if (cached == null || now - cached.at() >= Simulation.POLL_INTERVAL) {
            cached = new Cached(now, rule.load(node));
            cache.put(key, cached);
        }
        return cached.load();
    }
}
