package dev.b3lb.placement;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** How nodes stand at one moment. A meeting has the choice among nodes of a group, which is a cluster or more. */
public final class NodeViews {

    private final NodeStates states;
    private final Duration oldestCpu;
    private final long now = System.nanoTime();
    private final Map<UUID, Strength> strengths;

    /**
     * @param nodes all of the pool
     * @param oldestCpu age up to which a CPU value counts
     */
    public NodeViews(Collection<PoolNode> nodes, NodeStates states, Duration oldestCpu) {
        this.states = states;
        this.oldestCpu = oldestCpu;
        this.strengths = nodes.stream()
                .collect(groupingBy(
                        node -> node.cluster().id(),
                        collectingAndThen(toList(), ofCluster -> Strength.among(ofCluster.stream()))));
    }

    /** How a node stands; one that was removed a moment ago stands alone. */
    public NodeView of(PoolNode node) {
        Strength strength = strengths.getOrDefault(node.cluster().id(), Strength.among(Stream.of(node)));
        return new NodeView(node, states.of(node.id()), strength, oldestCpu, now);
    }
}
