package dev.b3lb.operations;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Clusters and groups of them. */
@ApplicationScoped
public class ClusterOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    ClusterOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addcluster", call -> transactions.inOne(() -> addCluster(call)),
                "addclustergroup", call -> transactions.inOne(() -> addClusterGroup(call)));
    }

    private JsonValue addCluster(OperationCall call) {
        Arguments arguments = call.arguments();
        String name = arguments.text("name");
        finder.requireFree(Cluster.class, "name", name, "cluster");
        Cluster cluster = new Cluster(UUID.randomUUID(), name);
        arguments.ifNumber("node-capacity", cluster::setNodeCapacity);
        arguments.ifDecimal("attendee-factor", cluster::setAttendeeFactor);
        arguments.ifDecimal("meeting-factor", cluster::setMeetingFactor);
        arguments.ifNumber("cpu-order", cluster::setCpuOrder);
        arguments.ifNumber("cpu-max", cluster::setCpuMax);
        arguments.optional("sha").flatMap(ChecksumAlgorithm::ofName).ifPresent(cluster::setChecksumHash);
        return store(call, cluster, "cluster " + name, json(cluster));
    }

    private JsonValue addClusterGroup(OperationCall call) {
        Arguments arguments = call.arguments();
        String name = arguments.text("name");
        finder.requireFree(ClusterGroup.class, "name", name, "cluster group");
        List<Cluster> clusters = Arrays.stream(
                        arguments.optional("clusters").orElse("").split(","))
                .map(String::strip)
                .filter(cluster -> !cluster.isEmpty())
                .map(finder::cluster)
                .toList();
        ClusterGroup group = new ClusterGroup(
                UUID.randomUUID(), name, arguments.optional("description").orElse(""), clusters);
        return store(call, group, "cluster group " + name, json(group));
    }

    private JsonValue store(OperationCall call, Object entity, String subject, JsonObject json) {
        entities.persist(entity);
        entities.flush();
        changes.record(call, subject, JsonValue.EMPTY_JSON_OBJECT, json);
        return json;
    }

    private static JsonObject json(Cluster cluster) {
        return Json.createObjectBuilder()
                .add("name", cluster.getName())
                .add("id", cluster.getId().toString())
                .add("node-capacity", cluster.getNodeCapacity())
                .add("attendee-factor", cluster.getAttendeeFactor())
                .add("meeting-factor", cluster.getMeetingFactor())
                .add("cpu-order", cluster.getCpuOrder())
                .add("cpu-max", cluster.getCpuMax())
                .add("sha", cluster.getChecksumHash().wireName())
                .add("version", cluster.getVersion())
                .build();
    }

    private static JsonObject json(ClusterGroup group) {
        JsonArray clusters = group.getClusters().stream()
                .map(Cluster::getName)
                .sorted()
                .collect(
                        Json::createArrayBuilder,
                        jakarta.json.JsonArrayBuilder::add,
                        jakarta.json.JsonArrayBuilder::addAll)
                .build();
        return Json.createObjectBuilder()
                .add("name", group.getName())
                .add("id", group.getId().toString())
                .add("description", group.getDescription())
                .add("clusters", clusters)
                .add("version", group.getVersion())
                .build();
    }
}
