package dev.b3lb.operations;

import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import dev.b3lb.node.Node;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Finds things by the names that operators use, and says which one is missing. */
@ApplicationScoped
public class ConfigurationFinder {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    Cluster cluster(String name) {
        return byName(Cluster.class, "name", name)
                .orElseThrow(() -> new RefusedException("There is no cluster " + name + "; addcluster makes one."));
    }

    ClusterGroup clusterGroup(String name) {
        return byName(ClusterGroup.class, "name", name)
                .orElseThrow(() ->
                        new RefusedException("There is no cluster group " + name + "; addclustergroup makes one."));
    }

    Node node(String slug) {
        return byName(Node.class, "slug", slug)
                .orElseThrow(() -> new RefusedException("There is no node " + slug + "; servers lists all."));
    }

    Tenant tenant(String slug) {
        return byName(Tenant.class, "slug", slug)
                .orElseThrow(() -> new RefusedException("There is no tenant " + slug + "; addtenant makes one."));
    }

    /** Refuses a name that is in use. */
    void requireFree(Class<?> type, String attribute, String name, String words) {
        if (byName(type, attribute, name).isPresent()) {
            throw new RefusedException("There is already a " + words + " " + name + ".");
        }
    }

    private <T> Optional<T> byName(Class<T> type, String attribute, String name) {
        return entities.createQuery(
                        "select e from " + type.getSimpleName() + " e where e." + attribute + " = :name", type)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
