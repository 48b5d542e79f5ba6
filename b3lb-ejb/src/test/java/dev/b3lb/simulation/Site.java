package dev.b3lb.simulation;

/** Where a node's polls find it: there or not, reachable or not. */
final class Site {

    private final SimNode node;
    private final NodeHealthWatch health;
    private boolean up;
    private boolean reachable = true;

    Site(SimNode node, boolean up) {
        this.node = node;
        this.up = up;
        this.health = new NodeHealthWatch(up);
    }

    SimNode node() {
        return node;
    }

    NodeHealthWatch health() {
        return health;
    }

    boolean answers() {
        return up && reachable;
    }

    boolean up() {
        return up;
    }

    void up(boolean nowUp) {
        up = nowUp;
    }

    void reachable(boolean nowReachable) {
        reachable = nowReachable;
    }
}
