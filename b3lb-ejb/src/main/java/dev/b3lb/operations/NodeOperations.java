package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.bbb.SharedSecret;
import dev.b3lb.node.Node;
import dev.b3lb.node.NodeAddresses;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Nodes as operators describe them. */
@ApplicationScoped
public class NodeOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final NodeJson json;
    private final Settings settings;
    private final NodeAddresses addresses;

    @Inject
    NodeOperations(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            NodeJson json,
            Settings settings) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.json = json;
        this.settings = settings;
        this.addresses = new NodeAddresses(settings);
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addnode", call -> transactions.inOne(() -> add(call)),
                "setnode", call -> transactions.inOne(() -> set(call)),
                "nodes", call -> transactions.inOne(() -> list(call)));
    }

    private JsonValue list(OperationCall call) {
        Arguments arguments = call.arguments();
        return new EntityList<>(entities, Node.class, "select e from Node e join fetch e.cluster")
                        .with("slug", arguments.optional("slug"))
                        .with("cluster", arguments.optional("cluster").map(finder::cluster))
                        .with("tag", arguments.optional("tag"))
                        .with("maintenance", arguments.truth("maintenance"))
                        .page("e.slug", Page.of(arguments))
                        .stream()
                        .map(node -> (JsonValue) json.of(node))
                        .collect(toJsonArray());
    }

    /** Adds a node, in the caller's transaction. */
    JsonObject add(OperationCall call) {
        Arguments arguments = call.arguments();
        String slug = arguments.text("slug");
        finder.requireFree(Node.class, "slug", slug, "node");
        Node node = new Node(
                UUID.randomUUID(), slug, secret(arguments).orElseThrow(), finder.cluster(arguments.text("cluster")));
        node.setDomain(settings.get(Settings.NODE_DEFAULT_DOMAIN));
        node.setProtocol(settings.get(Settings.NODE_PROTOCOL));
        apply(arguments, node);
        entities.persist(node);
        entities.flush();
        entities.createNativeQuery("insert into node_state (node_id) values (:node)")
                .setParameter("node", node.getId())
                .executeUpdate();
        return recorded(call, node, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Changes a node, in the caller's transaction. */
    JsonObject set(OperationCall call) {
        Arguments arguments = call.arguments();
        Node node = finder.node(arguments.text("slug"));
        pollSoon(node);
        ConfigurationFinder.requireVersion(call, node.getVersion());
        JsonObject before = json.of(node);
        secret(arguments).ifPresent(node::setSecret);
        arguments.optional("cluster").map(finder::cluster).ifPresent(node::setCluster);
        apply(arguments, node);
        entities.flush();
        return recorded(call, node, before);
    }

    /** What was wrong may be mended now. Before anything else, since removals lock the state before the node too. */
    private void pollSoon(Node node) {
        entities.createNativeQuery("update node_state set next_poll_at = now() where node_id = :node")
                .setParameter("node", node.getId())
                .executeUpdate();
    }

    private JsonObject recorded(OperationCall call, Node node, JsonObject before) {
        json.requireAddress(node);
        JsonObject after = json.of(node);
        boolean newSecret = call.arguments().optional("secret").isPresent();
        JsonObject noted = newSecret
                ? Json.createObjectBuilder(after).add("secret", "set anew").build()
                : after;
        changes.record(call, "node " + node.getSlug(), before, noted);
        return after;
    }

    /** Looked at here and not in the entity: a node that has an odd one already must go into maintenance all the same. */
    private static Optional<String> secret(Arguments arguments) {
        Optional<String> secret = arguments.apiSecret("secret");
        if (!secret.map(SharedSecret::isVisible).orElse(true)) {
            throw new RefusedException("A node's secret has no white space and no invisible characters in it.");
        }
        return secret;
    }

    private void apply(Arguments arguments, Node node) {
        arguments.ifText("domain", node::setDomain);
        arguments.ifText("protocol", node::setProtocol);
        arguments.ifNumber("port", node::setPort);
        arguments.ifText("url", url -> node.setBaseUrl(addresses.apiUrl(url, node.getProtocol())));
        arguments.ifText("tag", node::setTag);
        arguments.ifText("description", node::setDescription);
        arguments.ifDecimal("load-multiplier", node::setLoadMultiplier);
        arguments.ifNumber("capacity", node::setCapacity);
        boolean on = arguments.truth("maintenance").orElse(node.isMaintenance());
        if (arguments.truth("maintenance").isPresent()
                || arguments.optional("note").isPresent()) {
            String kept = on ? node.getMaintenanceNote() : "";
            node.setMaintenance(on, arguments.optional("note").orElse(kept));
        }
    }
}
