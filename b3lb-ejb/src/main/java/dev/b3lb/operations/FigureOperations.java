package dev.b3lb.operations;

import dev.b3lb.callback.CallbackDelivery;
import dev.b3lb.callback.OutboxEntries;
import dev.b3lb.callback.OutboxWatch;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.NodeView;
import dev.b3lb.polling.Polling;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What this server knows at the moment, in figures for monitoring. */
@ApplicationScoped
public class FigureOperations implements OperationGroup {

    private final ServerStatus status;
    private final Configurations configurations;
    private final NodeReports reports;
    private final OpenMeetings openMeetings;
    private final Polling polling;
    private final CallbackDelivery delivery;
    private final OutboxWatch outbox;
    private final DatabaseContact database;
    private final ChangeSignal signal;

    @Inject
    FigureOperations(
            ServerStatus status,
            Configurations configurations,
            NodeReports reports,
            OpenMeetings openMeetings,
            Polling polling,
            CallbackDelivery delivery,
            OutboxWatch outbox,
            DatabaseContact database,
            ChangeSignal signal) {
        this.status = status;
        this.configurations = configurations;
        this.reports = reports;
        this.openMeetings = openMeetings;
        this.polling = polling;
        this.delivery = delivery;
        this.outbox = outbox;
        this.database = database;
        this.signal = signal;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("figures", call -> figures());
    }

    private JsonValue figures() {
        JsonObjectBuilder figures = Json.createObjectBuilder()
                .add("instance", status.name())
                .add("version", status.version())
                .add("started", NodeReport.text(status.startedAt()))
                .add("running", status.running());
        addConfiguration(figures, configurations.current());
        addPool(figures, configurations.current());
        addWork(figures);
        return figures.build();
    }

    private static void addConfiguration(JsonObjectBuilder figures, Configuration configuration) {
        figures.add("configuration-version", configuration.version())
                .add("nodes", configuration.nodes().size())
                .add(
                        "nodes-maintenance",
                        configuration.nodes().stream()
                                .filter(PoolNode::maintenance)
                                .count())
                .add(
                        "tenants",
                        configuration.accounts().stream()
                                .map(Account::tenantId)
                                .distinct()
                                .count())
                .add("secrets", configuration.accounts().size());
    }

    private void addPool(JsonObjectBuilder figures, Configuration configuration) {
        List<NodeView> nodes =
                reports.of(configuration.nodes()).stream().map(NodeReport::view).toList();
        figures.add("nodes-online", nodes.stream().filter(NodeView::online).count())
                .add("meetings", nodes.stream().mapToInt(NodeView::meetings).sum())
                .add("users", nodes.stream().mapToInt(NodeView::attendees).sum())
                .add("open-meetings", openMeetings.count());
    }

    private void addWork(JsonObjectBuilder figures) {
        figures.add("polls-under-way", polling.underWay())
                .add("callbacks-under-way", delivery.underWay())
                .add(
                        "callbacks-pending",
                        outbox.seen().map(OutboxEntries.Pending::number).orElse(0L))
                .add("database", database.up() ? "up" : "away")
                .add("redis", signal.state().words());
    }
}
