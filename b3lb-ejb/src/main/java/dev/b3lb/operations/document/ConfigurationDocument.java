package dev.b3lb.operations.document;

import static jakarta.json.stream.JsonCollectors.toJsonArray;
import static java.util.stream.Collectors.groupingBy;

import dev.b3lb.branding.AssetStore;
import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import dev.b3lb.node.Node;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes a document of the configuration as it is, secrets and hashes of passwords included. */
@ApplicationScoped
public class ConfigurationDocument {

    /** The form of the document; it will be another number when an older b3lb could not read it. */
    static final int FORM = 1;

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final AssetStore assets;

    @Inject
    ConfigurationDocument(AssetStore assets) {
        this.assets = assets;
    }

    /**
     * Reads it in the transaction that there is.
     *
     * @param withFiles whether tenants' slides, logos and style sheets are part of it
     */
    JsonObject read(boolean withFiles) {
        return Json.createObjectBuilder()
                .add(DocumentItems.FORM, FORM)
                .add(DocumentSection.CLUSTERS.title(), things(Cluster.class, "c.name", ConfigurationItems::of))
                .add(
                        DocumentSection.CLUSTER_GROUPS.title(),
                        things(ClusterGroup.class, "c.name", ConfigurationItems::of))
                .add(DocumentSection.NODES.title(), things(Node.class, "c.slug", ConfigurationItems::of))
                .add(DocumentSection.TENANTS.title(), tenants(withFiles))
                .add(DocumentSection.USERS.title(), users())
                .build();
    }

    private JsonArray tenants(boolean withFiles) {
        Map<UUID, List<Secret>> secrets = all(Secret.class, "c.subId").stream()
                .collect(groupingBy(secret -> secret.getTenant().getId()));
        Map<UUID, List<ParameterRule>> rules = all(ParameterRule.class, "c.parameter").stream()
                .collect(groupingBy(rule -> rule.getTenant().getId()));
        Map<UUID, List<AssetStore.TenantFile>> files =
                assets.files(Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE).stream()
                        .collect(groupingBy(AssetStore.TenantFile::tenantId));
        return things(Tenant.class, "c.slug", tenant -> {
            UUID id = tenant.getId();
            JsonObjectBuilder json = ConfigurationItems.of(tenant)
                    .add(DocumentSection.SECRETS.title(), inside(secrets, id, ConfigurationItems::of))
                    .add(DocumentSection.PARAMETERS.title(), inside(rules, id, ConfigurationItems::of));
            return withFiles ? json.add(DocumentSection.ASSETS.title(), inside(files, id, this::file)) : json;
        });
    }

    private JsonArray users() {
        Map<UUID, List<AdminToken>> tokens = all(AdminToken.class, "c.name").stream()
                .collect(groupingBy(token -> token.getUser().getId()));
        return things(AdminUser.class, "c.username", user -> ConfigurationItems.of(user)
                .add(DocumentSection.TOKENS.title(), inside(tokens, user.getId(), ConfigurationItems::of)));
    }

    private JsonObjectBuilder file(AssetStore.TenantFile row) {
        return assets.read(row.tenantId(), row.file().kind())
                .map(ConfigurationItems::of)
                .orElseThrow(() -> new IllegalStateException("A file is gone that was there in this transaction."));
    }

    private <T> JsonArray things(Class<T> type, String order, Function<T, JsonObjectBuilder> json) {
        return list(all(type, order), json);
    }

    private <T> List<T> all(Class<T> type, String order) {
        return entities.createQuery("select c from " + type.getSimpleName() + " c order by " + order, type)
                .getResultList();
    }

    private static <T> JsonArray inside(Map<UUID, List<T>> all, UUID id, Function<T, JsonObjectBuilder> json) {
        return list(all.getOrDefault(id, List.of()), json);
    }

    private static <T> JsonArray list(List<T> things, Function<T, JsonObjectBuilder> json) {
        return things.stream()
                .map(thing -> (JsonValue) json.apply(thing).build())
                .collect(toJsonArray());
    }
}
