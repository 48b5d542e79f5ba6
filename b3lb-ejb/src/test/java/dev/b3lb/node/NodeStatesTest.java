package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeStatesTest {

    private final PoolNode node = SomeNodes.node("a");
    private final NodeStates states = new NodeStates();

    @Test
    void what_was_put_last_holds() {
        assertThat(states.of(node.id())).isEmpty();
        states.put(List.of(SomeNodes.state(node, NodeHealth.ACTIVE, Duration.ZERO)));
        states.put(List.of(SomeNodes.state(node, NodeHealth.SUSPECT, Duration.ZERO)));
        assertThat(states.of(node.id())).map(NodeState::health).contains(NodeHealth.SUSPECT);
    }

    @Test
    void nodes_that_are_gone_are_forgotten() {
        states.put(List.of(SomeNodes.state(node, NodeHealth.ACTIVE, Duration.ZERO)));
        states.retain(List.of(SomeNodes.node("b").id()));
        assertThat(states.of(node.id())).isEmpty();
    }
}
