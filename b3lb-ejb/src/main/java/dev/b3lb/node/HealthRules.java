package dev.b3lb.node;

/**
 * When a node changes its health.
 *
 * @param unhealthyThreshold bad polls in a row after which it is DOWN
 * @param healthyThreshold good polls in a row after which one that was DOWN is ACTIVE again
 */
public record HealthRules(int unhealthyThreshold, int healthyThreshold) {

    /**
     * Health after a good poll.
     *
     * @param goodInARow good polls in a row, this one included
     */
    public NodeHealth afterGood(NodeHealth before, int goodInARow) {
        return switch (before) {
            case DOWN -> goodInARow >= healthyThreshold ? NodeHealth.ACTIVE : NodeHealth.DOWN;
            case NEW, ACTIVE, SUSPECT -> NodeHealth.ACTIVE;
        };
    }

    /**
     * Health after a bad poll. A node that never was well stays NEW: it has no meetings that could be in doubt.
     *
     * @param badInARow bad polls in a row, this one included
     */
    public NodeHealth afterBad(NodeHealth before, int badInARow) {
        return switch (before) {
            case NEW -> NodeHealth.NEW;
            case DOWN -> NodeHealth.DOWN;
            case ACTIVE, SUSPECT -> badInARow >= unhealthyThreshold ? NodeHealth.DOWN : NodeHealth.SUSPECT;
        };
    }
}
