package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.meeting.MeetingState;
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

    private static final Duration PAUSE = Duration.ofMillis(500);

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final NodeMaintenance maintenance;
    private final Transactions transactions;

    @Inject
    MaintenanceOperations(ConfigurationFinder finder, NodeMaintenance maintenance, Transactions transactions) {
        this.finder = finder;
        this.maintenance = maintenance;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("maintenance", this::maintenance);
    }

    /** Switches a node, or all of a cluster, and waits for their meetings if that is wanted. */
    JsonObject maintenance(OperationCall call) {
        int wait = call.arguments().number("wait").orElse(0);
        Switched switched = transactions.inOne(() -> switchNodes(call));
        long meetings = drained(switched.nodes(), Duration.ofSeconds(wait));
        return Json.createObjectBuilder()
                .add("changed", switched.changed())
                .add("meetings", meetings)
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

    private long drained(List<UUID> nodes, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        long meetings = meetingsOn(nodes);
        while (meetings > 0 && System.nanoTime() < end) {
            pause();
            meetings = meetingsOn(nodes);
        }
        return meetings;
    }

    private long meetingsOn(List<UUID> nodes) {
        return transactions.inOne(() -> entities.createQuery(
                        "select count(m) from Meeting m where m.node.id in :nodes and m.state <> :closed", Long.class)
                .setParameter("nodes", nodes)
                .setParameter("closed", MeetingState.CLOSED)
                .getSingleResult());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Reason.UNAVAILABLE, "The server is stopping; the nodes are switched.");
        }
    }
}
