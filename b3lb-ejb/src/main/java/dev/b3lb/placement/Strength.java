package dev.b3lb.placement;

import dev.b3lb.node.PoolNode;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How many attendees nodes are taken to be able to serve: what operators say, or else what the nodes have shown.
 *
 * @param reference what a node is taken for of which nothing is known, in attendees
 */
public record Strength(double reference) {

    /** What a node is taken for when nobody has said what any node can serve, in attendees. */
    static final double NOMINAL = 300;

    /** A node without a capacity is as good as the average of those with one. */
    public static Strength among(Stream<PoolNode> nodes) {
        OptionalDouble mean = nodes.map(PoolNode::capacity)
                .filter(capacity -> capacity.isPresent())
                .mapToInt(capacity -> capacity.getAsInt())
                .average();
        return new Strength(mean.orElse(NOMINAL));
    }

    /** How many attendees a node can serve when all of its strength counts. */
    public double of(PoolNode node, Experience experience) {
        return node.capacity().isPresent() ? node.capacity().getAsInt() : shown(node, experience);
    }

    /** Where an operator has switched the CPU off, what it told says nothing of strength either. */
    private double shown(PoolNode node, Experience experience) {
        return node.cluster().cpuOrder() == 0 ? reference : experience.capacity(reference);
    }
}
