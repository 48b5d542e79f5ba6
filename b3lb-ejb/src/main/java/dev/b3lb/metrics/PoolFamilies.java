package dev.b3lb.metrics;

import dev.b3lb.callback.OutboxEntries.Pending;
import dev.b3lb.callback.OutboxWatch;
import dev.b3lb.configuration.Configuration;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PollAge;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.NodeView;
import dev.b3lb.placement.NodeViews;
import dev.b3lb.settings.Settings;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families that are about the pool: its nodes one by one, and what there is of it once. */
@ApplicationScoped
public class PoolFamilies {

    private final NodeStates states;
    private final PollAge pollAge;
    private final OutboxWatch outbox;
    private final Duration oldestCpu;
    private final List<Family<PoolFamilies>> figures = List.of(
            Family.gauge(
                    "b3lb_poll_age_seconds",
                    "Seconds since the last poll of the node whose last poll is the oldest",
                    pool -> Optional.of(pool.pollAge.oldest().toMillis() / 1e3)),
            Family.gauge(
                    "b3lb_health_frozen",
                    "Whether states of nodes are frozen since most of them turned bad at once",
                    pool -> Optional.of(pool.states.frozenSince().isPresent() ? 1.0 : 0.0)),
            Family.gauge(
                    "b3lb_outbox_pending",
                    "Calls to addresses of tenants that are to be made",
                    pool -> pool.outbox.seen().map(Pending::number).map(Long::doubleValue)),
            Family.gauge(
                    "b3lb_outbox_oldest_seconds",
                    "Time for which that call to an address of a tenant is tried which is tried for the longest time",
                    pool -> pool.outbox.seen().map(Pending::oldestSeconds).map(Long::doubleValue)));

    @Inject
    PoolFamilies(NodeStates states, PollAge pollAge, OutboxWatch outbox, Settings settings) {
        this.states = states;
        this.pollAge = pollAge;
        this.outbox = outbox;
        this.oldestCpu = NodeState.oldestCpu(settings);
    }

    /** All families that have anything to tell. */
    Stream<MetricSnapshot> of(Configuration configuration) {
        NodeViews views = new NodeViews(configuration.nodes(), states, oldestCpu);
        List<NodeView> nodes = configuration.nodes().stream()
                .sorted(Comparator.<PoolNode, String>comparing(
                                node -> node.cluster().name())
                        .thenComparing(PoolNode::slug))
                .map(views::of)
                .toList();
        return Stream.concat(
                NodeFamilies.of(nodes),
                figures.stream()
                        .map(figure -> figure.of(List.of(this), pool -> Labels.EMPTY))
                        .flatMap(Optional::stream));
    }
}
