package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.node.PoolNode;
import dev.b3lb.polling.PollOnDemand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the pool is doing. */
@ApplicationScoped
public class PoolOperations implements OperationGroup {

    private final Configurations configurations;
    private final NodeReports reports;
    private final PollOnDemand polls;
    private final ChangeFeed feed;
    private final ConfigurationFinder finder;
    private final Transactions transactions;
    private final ChangeLog changes;

    @Inject
    PoolOperations(
            Configurations configurations,
            NodeReports reports,
            PollOnDemand polls,
            ChangeFeed feed,
            ConfigurationFinder finder,
            Transactions transactions,
            ChangeLog changes) {
        this.configurations = configurations;
        this.reports = reports;
        this.polls = polls;
        this.feed = feed;
        this.finder = finder;
        this.transactions = transactions;
        this.changes = changes;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "servers",
                this::servers,
                "status",
                call -> status(),
                "getloadvalues",
                call -> loadValues(),
                "poll",
                this::poll);
    }

    private List<PoolNode> nodes() {
        return configurations.current().nodes().stream()
                .sorted(Comparator.comparing(PoolNode::slug))
                .toList();
    }

    private JsonValue servers(OperationCall call) {
        Optional<String> slug = call.arguments().optional("slug");
        List<PoolNode> wanted =
                call.arguments().optional("cluster").map(this::nodesOf).orElseGet(this::nodes);
        return reports(Page.orAll(call.arguments())
                .of(wanted.stream().filter(node -> slug.isEmpty() || slug.get().equals(node.slug())))
                .toList());
    }

    private List<PoolNode> nodesOf(String cluster) {
        List<PoolNode> nodes = nodes().stream()
                .filter(node -> node.cluster().name().equals(cluster))
                .toList();
        if (nodes.isEmpty()) {
            transactions.inOne(() -> finder.cluster(cluster)); // no nodes are no mistake, but no cluster is
        }
        return nodes;
    }

    private JsonValue reports(List<PoolNode> nodes) {
        return reports.of(nodes).stream().map(NodeReport::full).collect(toJsonArray());
    }

    private JsonValue status() {
        List<NodeReport> all = reports.of(nodes());
        return Json.createObjectBuilder()
                .add("nodes", all.size())
                .add(
                        "online",
                        all.stream().filter(report -> report.view().online()).count())
                .add(
                        "maintenance",
                        all.stream()
                                .filter(report -> report.view().node().maintenance())
                                .count())
                .add(
                        "meetings",
                        all.stream()
                                .mapToInt(report -> report.view().meetings())
                                .sum())
                .add(
                        "users",
                        all.stream()
                                .mapToInt(report -> report.view().attendees())
                                .sum())
                .add("frozen-since", NodeReport.text(reports.frozenSince()))
                .add(
                        "servers",
                        all.stream().map(report -> (JsonValue) report.compact()).collect(toJsonArray()))
                .build();
    }

    private JsonValue loadValues() {
        JsonObjectBuilder values = Json.createObjectBuilder();
        reports.of(nodes())
                .forEach(report -> values.add(
                        report.view().node().host(),
                        Json.createArrayBuilder().add(report.view().load()).add(report.cpu())));
        return values.build();
    }

    private JsonValue poll(OperationCall call) {
        List<PoolNode> wanted = call.arguments()
                .optional("slug")
                .map(slug -> nodes().stream()
                        .filter(node -> node.slug().equals(slug))
                        .toList())
                .orElseGet(this::nodes);
        if (wanted.isEmpty() && call.arguments().optional("slug").isPresent()) {
            throw RefusedException.absent("There is no node " + call.arguments().text("slug") + "; servers lists all.");
        }
        try {
            if (!polls.poll(wanted.stream().map(PoolNode::id).toList())) {
                throw new RefusedException(
                        Reason.UNAVAILABLE, "Not every node was polled in time; servers shows which.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Reason.UNAVAILABLE, "The server is stopping.");
        }
        changes.recordDeed(
                call,
                call.arguments().optional("slug").map(slug -> "node " + slug).orElse("all nodes"),
                JsonValue.EMPTY_JSON_OBJECT);
        feed.refresh();
        return reports(wanted);
    }
}
