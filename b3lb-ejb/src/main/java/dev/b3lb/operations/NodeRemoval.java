package dev.b3lb.operations;

import dev.b3lb.meeting.MeetingOwner;
import dev.b3lb.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Taking nodes away. */
@ApplicationScoped
public class NodeRemoval implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final NodeMaintenance maintenance;
    private final Removals removals;
    private final NodeJson json;

    @Inject
    NodeRemoval(
            ConfigurationFinder finder,
            ChangeLog changes,
            NodeMaintenance maintenance,
            Removals removals,
            NodeJson json) {
        this.finder = finder;
        this.changes = changes;
        this.maintenance = maintenance;
        this.removals = removals;
        this.json = json;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("removenode", this::remove);
    }

    /** Takes the node away that is named. */
    JsonValue remove(OperationCall call) {
        return removals.remove(call, new OfNode(call));
    }

    private final class OfNode implements Removals.Removal {

        private final OperationCall call;
        private final boolean force;

        OfNode(OperationCall call) {
            this.call = call;
            this.force = call.arguments().truth("force").orElse(false);
        }

        private Node node() {
            return finder.node(call.arguments().text("slug"));
        }

        @Override
        public String title() {
            return "Node " + node().getSlug();
        }

        @Override
        public MeetingOwner owner() {
            return MeetingOwner.NODE;
        }

        /** By force it goes into maintenance first, so that nothing is begun there while its meetings are ended. */
        @Override
        public UUID prepare() {
            Node node = node();
            ConfigurationFinder.requireVersion(call, node.getVersion());
            if (force) {
                maintenance.set(call, List.of(node), true, Optional.empty());
            }
            return node.getId();
        }

        @Override
        public void lock() {
            finder.lock("node", node().getId());
        }

        @Override
        public JsonObject delete() {
            Node node = node();
            if (!force) { // else this very call has made another version of it
                ConfigurationFinder.requireVersion(call, node.getVersion());
            }
            JsonObject before = json.of(node);
            entities.remove(node);
            entities.flush();
            changes.record(call, "node " + node.getSlug(), before, JsonValue.EMPTY_JSON_OBJECT);
            return before;
        }
    }
}
