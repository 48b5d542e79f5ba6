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
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    MaintenanceOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("maintenance", this::maintenance);
    }

    private JsonValue maintenance(OperationCall call) {
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
        List<Node> nodes = call.arguments()
                .optional("slug")
                .map(slug -> List.of(finder.node(slug)))
                .orElseGet(() -> nodesOf(call.arguments().text("cluster")));
        int changed = 0;
        for (Node node : nodes) {
            changed += switchNode(call, node) ? 1 : 0;
        }
        return new Switched(changed, nodes.stream().map(Node::getId).toList());
    }

    /** Whether anything about the node had to be changed. */
    private boolean switchNode(OperationCall call, Node node) {
        boolean on = call.arguments().truth("on").orElseThrow();
        JsonObject before = maintenance(node);
        String keptNote = on ? node.getMaintenanceNote() : "";
        node.setMaintenance(on, call.arguments().optional("note").orElse(keptNote));
        JsonObject after = maintenance(node);
        if (before.equals(after)) {
            return false;
        }
        changes.record(call, "node " + node.getSlug(), before, after);
        return true;
    }

    private static JsonObject maintenance(Node node) {
        return Json.createObjectBuilder()
                .add("maintenance", node.isMaintenance())
                .add("note", node.getMaintenanceNote())
                .build();
    }

    private List<Node> nodesOf(String cluster) {
        return entities.createQuery("select n from Node n where n.cluster = :cluster", Node.class)
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
