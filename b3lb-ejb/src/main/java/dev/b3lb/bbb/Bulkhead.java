package dev.b3lb.bbb;

import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Bounds how many calls to one node run at once; nobody waits. Holds nothing about nodes without calls under way. */
final class Bulkhead {

    private final int permitsPerNode;
    private final ConcurrentMap<URI, Integer> underWay = new ConcurrentHashMap<>();

    Bulkhead(int permitsPerNode) {
        if (permitsPerNode < 1) {
            throw new IllegalArgumentException("At least one call to a node must be allowed at once.");
        }
        this.permitsPerNode = permitsPerNode;
    }

    /** Whether the call may start; then {@link #leave} must follow. */
    boolean enter(URI node) {
        boolean[] entered = new boolean[1];
        underWay.compute(node, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < permitsPerNode;
            return entered[0] ? before + 1 : count;
        });
        return entered[0];
    }

    void leave(URI node) {
        underWay.computeIfPresent(node, (key, count) -> count == 1 ? null : count - 1);
    }
}
