package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import dev.b3lb.node.Node;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds things by the names that operators use, and says which one is missing. */
@ApplicationScoped
public class ConfigurationFinder {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    Cluster cluster(String name) {
        return byName(Cluster.class, "name", name)
                .orElseThrow(() -> RefusedException.absent("There is no cluster " + name + "; addcluster makes one."));
    }

    ClusterGroup clusterGroup(String name) {
        return byName(ClusterGroup.class, "name", name)
                .orElseThrow(() ->
                        RefusedException.absent("There is no cluster group " + name + "; addclustergroup makes one."));
    }

    Node node(String slug) {
        return byName(Node.class, "slug", slug)
                .orElseThrow(() -> RefusedException.absent("There is no node " + slug + "; servers lists all."));
    }

    /** The slug of a node that is named by it or by its id. */
    String nodeSlug(String slugOrId) {
        return entities.createQuery("select n.slug from Node n where cast(n.id as string) = :id", String.class)
                .setParameter("id", slugOrId.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .orElse(slugOrId);
    }

    /** The name of the cluster, if there is just one. */
    Optional<String> onlyCluster() {
        List<String> names = entities.createQuery("select c.name from Cluster c", String.class)
                .setMaxResults(2)
                .getResultList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** The tenant of a slug in any case. */
    Tenant tenant(String anyCase) {
        String slug = tenantSlug(anyCase);
        return byName(Tenant.class, "slug", slug)
                .orElseThrow(() -> RefusedException.absent("There is no tenant " + slug + "; addtenant makes one."));
    }

    Secret secret(Tenant tenant, int subId) {
        return entities.createQuery(
                        "select s from Secret s where s.tenant = :tenant and s.subId = :subId", Secret.class)
                .setParameter("tenant", tenant)
                .setParameter("subId", subId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> RefusedException.absent(
                        tenant.getSlug() + " has no secret with sub id " + subId + "; addsecrets makes one."));
    }

    /** The sub ids that a tenant has secrets for. */
    List<Integer> subIds(Tenant tenant) {
        return entities.createQuery("select s.subId from Secret s where s.tenant = :tenant", Integer.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** A tenant's rules by the names of their parameters. */
    List<ParameterRule> rules(Tenant tenant) {
        return entities.createQuery(
                        "select r from ParameterRule r where r.tenant = :tenant order by r.parameter",
                        ParameterRule.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** Slugs are upper case; operators may write them as in host names. */
    static String tenantSlug(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Refuses a name that is in use. */
    void requireFree(Class<?> type, String attribute, String name, String words) {
        if (byName(type, attribute, name).isPresent()) {
            throw RefusedException.conflict("There is already a " + words + " " + name + ".");
        }
    }

    /**
     * Keeps others from changing a row and from adding what refers to it, until the transaction ends. JPA's own lock
     * would let them add.
     */
    void lock(String table, UUID id) {
        entities.createNativeQuery("select id from " + table + " where id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }

    /** How many of an entity refer to something by an attribute. */
    long count(String entity, String attribute, Object value) {
        return entities.createQuery(
                        "select count(e) from " + entity + " e where e." + attribute + " = :value", Long.class)
                .setParameter("value", value)
                .getSingleResult();
    }

    /** Refuses a change that somebody meant for an older version. */
    static void requireVersion(OperationCall call, int version) {
        call.arguments().number("version").filter(wanted -> wanted != version).ifPresent(wanted -> {
            throw new RefusedException(
                    Reason.STALE,
                    "It has version " + version + " by now, not " + wanted
                            + "; look at it again. Nothing was changed.");
        });
    }

    /** Refuses a change of something that somebody meant for a version of it, when there is none any more. */
    static void requireVersion(OperationCall call, Optional<Integer> version) {
        if (version.isPresent()) {
            requireVersion(call, version.get());
        } else if (call.arguments().number("version").isPresent()) {
            throw new RefusedException(Reason.STALE, "It is not there any more; nothing was changed.");
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
