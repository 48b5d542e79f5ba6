package dev.b3lb.operations;

import dev.b3lb.node.NodeState;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts together what is known of nodes. */
@ApplicationScoped
public class NodeReports {

    private final NodeStates states;
    private final Duration oldestCpu;

    @Inject
    NodeReports(NodeStates states, Settings settings) {
        this.states = states;
        this.oldestCpu = NodeState.oldestCpu(settings);
    }

    /** Since when states are frozen because most nodes turned bad at once, if they are. */
    Optional<Instant> frozenSince() {
        return states.frozenSince();
    }

    NodeReport of(PoolNode node) {
        return new NodeReport(node, states.of(node.id()), oldestCpu, System.nanoTime());
    }
}
