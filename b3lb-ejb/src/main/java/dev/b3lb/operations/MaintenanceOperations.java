package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.meeting.MeetingsOnNodes.Busy;
import dev.b3lb.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Taking nodes out of the choice for new meetings, and waiting until they are empty. */
@ApplicationScoped
public class MaintenanceOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final NodeMaintenance maintenance;
    private final Transactions transactions;
    private final DrainWait drain;
    private final ChangeFeed feed;
    private final ChangeSignal signal;

    @Inject
    MaintenanceOperations(
            ConfigurationFinder finder,
            NodeMaintenance maintenance,
            Transactions transactions,
            DrainWait drain,
            ChangeFeed feed,
            ChangeSignal signal) {
        this.finder = finder;
        this.maintenance = maintenance;
        this.transactions = transactions;
        this.drain = drain;
        this.feed = feed;
        this.signal = signal;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("maintenance", this::maintenance);
    }

    /** Switches a node, or all of a cluster, and waits for their meetings if that is wanted. */
    JsonObject maintenance(OperationCall call) {
        int wait = call.arguments().number("wait").orElse(0);
        if (wait > 0 && !call.arguments().truth("on").orElseThrow()) {
            throw new RefusedException("wait waits for meetings to end, so it goes with on=true only.");
        }
        Switched switched = transactions.inOne(() -> switchNodes(call));
        if (wait > 0) {
            feed.refresh(); // others do not wait for the answer
            signal.changed();
        }
        List<Busy> busy = drain.drained(switched.nodes(), Duration.ofSeconds(wait));
        return Json.createObjectBuilder()
                .add("changed", switched.changed())
                .add("meetings", busy.stream().mapToLong(Busy::meetings).sum())
                .add("busy", busy.stream().map(MaintenanceOperations::json).collect(toJsonArray()))
                .build();
    }

    private static JsonValue json(Busy node) {
        return Json.createObjectBuilder()
                .add("slug", node.slug())
                .add("meetings", node.meetings())
                .build();
    }

    private record Switched(int changed, List<UUID> nodes) {}

    private Switched switchNodes(OperationCall call) {
        Arguments arguments = call.arguments();
        List<Node> nodes = arguments
                .optional("slug")
                .map(slug -> List.of(finder.node(slug)))
                .orElseGet(() -> nodesOf(arguments.text("cluster")));
        int changed = maintenance.set(call, nodes, arguments.truth("on").orElseThrow(), arguments.optional("note"));
        return new Switched(changed, nodes.stream().map(Node::getId).toList());
    }

    private List<Node> nodesOf(String cluster) {
        return entities.createQuery("select n from Node n where n.cluster = :cluster order by n.id", Node.class)
                .setParameter("cluster", finder.cluster(cluster))
                .getResultList();
    }
}
