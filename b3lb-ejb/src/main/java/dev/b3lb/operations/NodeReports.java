package dev.b3lb.operations;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.NodeViews;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts together what is known of nodes. */
@ApplicationScoped
public class NodeReports {

    private final NodeStates states;
    private final Configurations configurations;
    private final Duration oldestCpu;

    @Inject
    NodeReports(NodeStates states, Configurations configurations, Settings settings) {
        this.states = states;
        this.configurations = configurations;
        this.oldestCpu = NodeState.oldestCpu(settings);
    }

    /** Since when states are frozen because most nodes turned bad at once, if they are. */
    Optional<Instant> frozenSince() {
        return states.frozenSince();
    }

    /** What is known now of some of the pool's nodes, in their order. */
    List<NodeReport> of(Collection<PoolNode> nodes) {
        NodeViews views = new NodeViews(configurations.current().nodes(), states, oldestCpu);
        return nodes.stream().map(node -> new NodeReport(views.of(node))).toList();
    }
}
