package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Groups of clusters: where tenants' meetings may go. */
@ApplicationScoped
public class ClusterGroupOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    ClusterGroupOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addclustergroup", call -> transactions.inOne(() -> add(call)),
                "setclustergroup", call -> transactions.inOne(() -> set(call)),
                "removeclustergroup", call -> transactions.inOne(() -> remove(call)),
                "clustergroups", call -> transactions.inOne(() -> list(call)));
    }

    private JsonValue list(OperationCall call) {
        List<ClusterGroup> groups = new EntityList<>(entities, ClusterGroup.class, "select e from ClusterGroup e")
                .with("name", call.arguments().optional("name"))
                .page("e.name", Page.of(call.arguments()));
        readClusters(groups);
        return groups.stream().map(group -> (JsonValue) json(group)).collect(toJsonArray());
    }

    /** All in one statement; a page cannot be read together with what hangs on its rows. */
    private void readClusters(List<ClusterGroup> groups) {
        entities.createQuery(
                        "select g from ClusterGroup g left join fetch g.clusters where g in :groups",
                        ClusterGroup.class)
                .setParameter("groups", groups)
                .getResultList();
    }

    private JsonValue add(OperationCall call) {
        Arguments arguments = call.arguments();
        String name = arguments.text("name");
        finder.requireFree(ClusterGroup.class, "name", name, "cluster group");
        ClusterGroup group = new ClusterGroup(
                UUID.randomUUID(), name, arguments.optional("description").orElse(""), clusters(arguments));
        entities.persist(group);
        return recorded(call, name, group, JsonValue.EMPTY_JSON_OBJECT);
    }

    private JsonValue set(OperationCall call) {
        Arguments arguments = call.arguments();
        ClusterGroup group = finder.clusterGroup(arguments.text("name"));
        ConfigurationFinder.requireVersion(call, group.getVersion());
        JsonObject before = json(group);
        String name = group.getName();
        arguments.optional("new-name").filter(other -> !other.equals(name)).ifPresent(other -> {
            finder.requireFree(ClusterGroup.class, "name", other, "cluster group");
            group.setName(other);
        });
        arguments.ifText("description", group::setDescription);
        arguments.ifText("clusters", given -> group.setClusters(clusters(arguments)));
        return recorded(call, name, group, before);
    }

    /** Takes a cluster out of all groups that it is in. */
    void leaveOut(OperationCall call, Cluster cluster) {
        List<ClusterGroup> groups = entities.createQuery(
                        "select g from ClusterGroup g where :cluster member of g.clusters order by g.name",
                        ClusterGroup.class)
                .setParameter("cluster", cluster)
                .getResultList();
        for (ClusterGroup group : groups) {
            JsonObject before = json(group);
            group.setClusters(group.getClusters().stream()
                    .filter(other -> !other.getId().equals(cluster.getId()))
                    .toList());
            recorded(call, group.getName(), group, before);
        }
    }

    private List<Cluster> clusters(Arguments arguments) {
        return arguments.names("clusters").stream().map(finder::cluster).toList();
    }

    private JsonValue recorded(OperationCall call, String name, ClusterGroup group, JsonObject before) {
        entities.flush();
        JsonObject after = json(group);
        changes.record(call, "cluster group " + name, before, after);
        return after;
    }

    private JsonValue remove(OperationCall call) {
        ClusterGroup group = finder.clusterGroup(call.arguments().text("name"));
        ConfigurationFinder.requireVersion(call, group.getVersion());
        finder.lock("cluster_group", group.getId()); // no tenant comes in after the count
        long tenants = finder.count("Tenant", "clusterGroup", group);
        if (tenants > 0) {
            throw RefusedException.conflict(
                    "Cluster group %s is used by %d %s; give %s another group with settenant first."
                            .formatted(
                                    group.getName(),
                                    tenants,
                                    tenants == 1 ? "tenant" : "tenants",
                                    tenants == 1 ? "it" : "them"));
        }
        JsonObject before = json(group);
        entities.remove(group);
        entities.flush();
        changes.record(call, "cluster group " + group.getName(), before, JsonValue.EMPTY_JSON_OBJECT);
        return before;
    }

    private static JsonObject json(ClusterGroup group) {
        return Json.createObjectBuilder()
                .add("name", group.getName())
                .add("id", group.getId().toString())
                .add("description", group.getDescription())
                .add(
                        "clusters",
                        Json.createArrayBuilder(group.getClusters().stream()
                                .map(Cluster::getName)
                                .sorted()
                                .toList()))
                .add("version", group.getVersion())
                .build();
    }
}
