package dev.b3lb.placement;

import dev.b3lb.node.PoolNode;

/** The outcome of choosing a node. */
public sealed interface Choice {

    /**
     * A node was found.
     *
     * @param node the node
     * @param load what the choice was made by, the meeting counted in; for the log
     * @param hot whether every node that came into question was full, so that this one is too
     */
    record Chosen(PoolNode node, double load, boolean hot) implements Choice {}

    /** No node of the tenant may get a meeting now. */
    record NoNode() implements Choice {}

    /** Nodes there are, but none that may get a meeting carries the tag that was insisted on. */
    record NoTaggedNode() implements Choice {}
}
