package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeViewsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PoolNode known = SomeNodes.ofCapacity("a", 500);
    private final PoolNode unknown = SomeNodes.node("b");

    @Test
    void a_node_without_a_capacity_is_as_good_as_those_of_its_cluster() {
        NodeViews views = new NodeViews(List.of(known, unknown), new NodeStates(), MINUTE);

        assertThat(views.of(known).serves()).isEqualTo(500);
        assertThat(views.of(unknown).serves()).isEqualTo(500);
    }

    @Test
    void the_last_node_of_a_cluster_can_be_looked_at_when_it_was_removed_meanwhile() {
        NodeViews views = new NodeViews(List.of(), new NodeStates(), MINUTE);

        assertThat(views.of(known).serves()).isEqualTo(500);
        assertThat(views.of(unknown).load()).isEqualTo(LoadFormula.ERROR);
    }
}
