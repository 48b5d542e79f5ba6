package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.node.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Clusters as operators describe them. */
@ApplicationScoped
public class ClusterOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final ClusterGroupOperations groups;

    @Inject
    ClusterOperations(
            ConfigurationFinder finder, ChangeLog changes, Transactions transactions, ClusterGroupOperations groups) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.groups = groups;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addcluster", call -> transactions.inOne(() -> add(call)),
                "setcluster", call -> transactions.inOne(() -> set(call)),
                "removecluster", call -> transactions.inOne(() -> remove(call)),
                "clusters", call -> transactions.inOne(() -> list(call)));
    }

    private JsonValue list(OperationCall call) {
        return new EntityList<>(entities, Cluster.class, "select e from Cluster e")
                .with("name", call.arguments().optional("name")).page("e.name", Page.of(call.arguments())).stream()
                        .map(cluster -> (JsonValue) json(cluster))
                        .collect(toJsonArray());
    }

    private JsonValue add(OperationCall call) {
        String name = call.arguments().text("name");
        finder.requireFree(Cluster.class, "name", name, "cluster");
        Cluster cluster = new Cluster(UUID.randomUUID(), name);
        apply(call.arguments(), cluster);
        entities.persist(cluster);
        return recorded(call, name, cluster, JsonValue.EMPTY_JSON_OBJECT);
    }

    private JsonValue set(OperationCall call) {
        Cluster cluster = finder.cluster(call.arguments().text("name"));
        ConfigurationFinder.requireVersion(call, cluster.getVersion());
        JsonObject before = json(cluster);
        String name = cluster.getName();
        call.arguments()
                .optional("new-name")
                .filter(other -> !other.equals(name))
                .ifPresent(other -> {
                    finder.requireFree(Cluster.class, "name", other, "cluster");
                    cluster.setName(other);
                });
        apply(call.arguments(), cluster);
        return recorded(call, name, cluster, before);
    }

    private JsonValue recorded(OperationCall call, String name, Cluster cluster, JsonObject before) {
        entities.flush();
        JsonObject after = json(cluster);
        changes.record(call, "cluster " + name, before, after);
        return after;
    }

    private JsonValue remove(OperationCall call) {
        Cluster cluster = finder.cluster(call.arguments().text("name"));
        ConfigurationFinder.requireVersion(call, cluster.getVersion());
        finder.lock("cluster", cluster.getId()); // no node comes in after the count
        long nodes = finder.count("Node", "cluster", cluster);
        if (nodes > 0) {
            throw RefusedException.conflict("Cluster %s has %d %s; move or remove %s first."
                    .formatted(cluster.getName(), nodes, nodes == 1 ? "node" : "nodes", nodes == 1 ? "it" : "them"));
        }
        JsonObject before = json(cluster);
        groups.leaveOut(call, cluster);
        entities.remove(cluster);
        entities.flush();
        changes.record(call, "cluster " + cluster.getName(), before, JsonValue.EMPTY_JSON_OBJECT);
        return before;
    }

    private static void apply(Arguments arguments, Cluster cluster) {
        arguments.ifText("description", cluster::setDescription);
        arguments.ifNumber("node-capacity", cluster::setNodeCapacity);
        arguments.ifDecimal("attendee-factor", cluster::setAttendeeFactor);
        arguments.ifDecimal("meeting-factor", cluster::setMeetingFactor);
        arguments.ifNumber("cpu-order", cluster::setCpuOrder);
        arguments.ifNumber("cpu-max", cluster::setCpuMax);
        arguments.optional("sha").flatMap(ChecksumAlgorithm::ofName).ifPresent(cluster::setChecksumHash);
    }

    private static JsonObject json(Cluster cluster) {
        return Json.createObjectBuilder()
                .add("name", cluster.getName())
                .add("id", cluster.getId().toString())
                .add("description", cluster.getDescription())
                .add("node-capacity", cluster.getNodeCapacity())
                .add("attendee-factor", cluster.getAttendeeFactor())
                .add("meeting-factor", cluster.getMeetingFactor())
                .add("cpu-order", cluster.getCpuOrder())
                .add("cpu-max", cluster.getCpuMax())
                .add("sha", cluster.getChecksumHash().wireName())
                .add("version", cluster.getVersion())
                .build();
    }
}
