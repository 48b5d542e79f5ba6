package dev.b3lb.metrics;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeState;
import dev.b3lb.placement.NodeView;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The families that are about nodes. */
final class NodeFamilies {

    private static final List<Family<NodeView>> FAMILIES = List.of(
            gauge("b3lb_node_load", "Load by the formula; -2 in maintenance, -1 when not active", NodeView::load),
            gauge(
                    "b3lb_node_up",
                    "Whether its meetings can be reached, as far as is known",
                    view -> number(view.online())),
            gauge(
                    "b3lb_node_maintenance",
                    "Whether it is kept out of the choice for new meetings",
                    view -> number(view.node().maintenance())),
            gauge("b3lb_node_attendees", "People in its meetings", view -> (double) view.attendees()),
            gauge("b3lb_node_meetings", "Its meetings, ours and others", view -> (double) view.meetings()),
            gauge("b3lb_node_capacity", "People that it is taken to be able to serve", view -> (double) view.serves()),
            Family.gauge("b3lb_node_cpu", "Utilisation of its CPU as it told last, 0 to 10000", view -> view.state()
                    .flatMap(NodeState::cpu)
                    .map(Integer::doubleValue)),
            Family.gauge("b3lb_node_poll_seconds", "How long its last poll took", view -> view.state()
                    .flatMap(NodeState::pollTook)
                    .map(took -> took.toNanos() / 1e9)));

    private static final MetricMetadata STATE =
            new MetricMetadata("b3lb_node_state", "1 for the state that it is in, 0 for the others");
    private static final MetricMetadata INFO = new MetricMetadata("b3lb_node", "What it says of itself");

    private NodeFamilies() {}

    private static Family<NodeView> gauge(String name, String help, Function<NodeView, Double> value) {
        return Family.gauge(name, help, view -> Optional.of(value.apply(view)));
    }

    private static double number(boolean is) {
        return is ? 1 : 0;
    }

    /** All families that have anything to tell. */
    static Stream<MetricSnapshot> of(List<NodeView> nodes) {
        if (nodes.isEmpty()) {
            return Stream.empty();
        }
        Stream<MetricSnapshot> figures = FAMILIES.stream()
                .map(family -> family.of(nodes, NodeFamilies::labels))
                .flatMap(Optional::stream);
        return Stream.concat(figures, Stream.of(states(nodes), info(nodes)));
    }

    private static Labels labels(NodeView view) {
        return Labels.of(
                "cluster", view.node().cluster().name(), "node", view.node().slug());
    }

    private static MetricSnapshot states(List<NodeView> nodes) {
        return new GaugeSnapshot(
                STATE, nodes.stream().flatMap(NodeFamilies::states).toList());
    }

    private static Stream<GaugeDataPointSnapshot> states(NodeView view) {
        return Arrays.stream(NodeHealth.values())
                .map(state -> new GaugeDataPointSnapshot(
                        number(state == view.health()),
                        labels(view).add("state", state.name().toLowerCase(Locale.ROOT)),
                        null));
    }

    private static MetricSnapshot info(List<NodeView> nodes) {
        return new InfoSnapshot(
                INFO,
                nodes.stream()
                        .flatMap(view -> view.state().flatMap(NodeState::bbbVersion).stream()
                                .map(version ->
                                        new InfoDataPointSnapshot(labels(view).add("version", version))))
                        .toList());
    }
}
