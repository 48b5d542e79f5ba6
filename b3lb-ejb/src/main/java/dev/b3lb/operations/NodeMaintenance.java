package dev.b3lb.operations;

import dev.b3lb.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes nodes out of the choice for new meetings, and back in. */
@ApplicationScoped
public class NodeMaintenance {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ChangeLog changes;

    @Inject
    NodeMaintenance(ChangeLog changes) {
        this.changes = changes;
    }

    /**
     * Switches nodes, in the caller's transaction.
     *
     * @param note why; without one a node that stays in maintenance keeps its own
     * @return about how many of them anything had to be changed
     */
    int set(OperationCall call, List<Node> nodes, boolean on, Optional<String> note) {
        Map<Node, JsonObject> before = new LinkedHashMap<>();
        for (Node node : nodes) {
            JsonObject was = json(node);
            node.setMaintenance(on, note.orElse(on ? node.getMaintenanceNote() : ""));
            if (!was.equals(json(node))) {
                before.put(node, was);
            }
        }
        entities.flush(); // nodes are locked before the configuration's number, as by all other changes
        before.forEach((node, was) -> changes.record(call, "node " + node.getSlug(), was, json(node)));
        return before.size();
    }

    private static JsonObject json(Node node) {
        return Json.createObjectBuilder()
                .add("maintenance", node.isMaintenance())
                .add("note", node.getMaintenanceNote())
                .build();
    }
}
