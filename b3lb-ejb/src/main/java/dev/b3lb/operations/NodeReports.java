package dev.b3lb.operations;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Strength;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    NodeReport of(PoolNode node) {
        return new NodeReport(node, states.of(node.id()), Strength.among(besides(node)), oldestCpu, System.nanoTime());
    }

    /** A meeting has the choice among nodes of a group, which is a cluster or more. */
    private Stream<PoolNode> besides(PoolNode node) {
        return configurations.current().nodes().stream()
                .filter(other -> other.cluster().name().equals(node.cluster().name()));
    }
}
