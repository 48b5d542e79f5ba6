package dev.b3lb.operations.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import dev.b3lb.branding.StoredAsset;
import dev.b3lb.management.Catalogue;
import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import dev.b3lb.node.Node;
import dev.b3lb.parameter.KnownParameters;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.parameter.RuleMode;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import dev.b3lb.user.AdminRole;
import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A parameter that somebody adds to an operation must not be forgotten in exports. */
class ConfigurationItemsTest {

    private static final UUID ID = new UUID(0, 1);

    private final Catalogue catalogue = Catalogue.load();
    private final Cluster cluster = new Cluster(ID, "main");
    private final Tenant tenant = new Tenant(ID, "ACME", ID, new ClusterGroup(ID, "all", "", List.of(cluster)));

    @Test
    void an_export_has_every_field_that_operations_take() {
        Map<DocumentSection, JsonObjectBuilder> items = items();

        assertThat(items).containsOnlyKeys(DocumentSection.values());
        items.forEach((section, item) -> {
            Set<String> wanted = new HashSet<>(section.fields(catalogue));
            wanted.add(section.key());
            assertThat(item.build().keySet()).as(section.title()).isEqualTo(wanted);
        });
    }

    @Test
    void an_export_without_secrets_has_no_field_that_holds_one() {
        JsonObject document = Json.createObjectBuilder()
                .add("nodes", Json.createArrayBuilder().add(items().get(DocumentSection.NODES)))
                .add(
                        "tenants",
                        Json.createArrayBuilder()
                                .add(items().get(DocumentSection.TENANTS)
                                        .add(
                                                "secrets",
                                                Json.createArrayBuilder().add(items().get(DocumentSection.SECRETS)))))
                .add("users", Json.createArrayBuilder().add(items().get(DocumentSection.USERS)))
                .build();

        String told = DocumentSecrets.removed(catalogue, document).toString();

        assertThat(document.toString()).contains("the-secret", "the-hash");
        assertThat(told)
                .doesNotContain("the-secret", "the-hash", "stats-token")
                .contains("\"secrets\"", "\"sub-id\"", "bbb01");
    }

    private Map<DocumentSection, JsonObjectBuilder> items() {
        AdminUser user = new AdminUser(ID, "ada", "the-hash", Set.of(AdminRole.ADMIN), Instant.EPOCH);
        ParameterRule rule =
                new ParameterRule(ID, tenant, KnownParameters.find("record").orElseThrow());
        rule.decide(RuleMode.SET, "true");
        Map<DocumentSection, JsonObjectBuilder> items = new EnumMap<>(DocumentSection.class);
        items.put(DocumentSection.CLUSTERS, ConfigurationItems.of(cluster));
        items.put(DocumentSection.CLUSTER_GROUPS, ConfigurationItems.of(tenant.getClusterGroup()));
        items.put(DocumentSection.NODES, ConfigurationItems.of(new Node(ID, "bbb01", "the-secret", cluster)));
        items.put(DocumentSection.TENANTS, ConfigurationItems.of(tenant));
        items.put(
                DocumentSection.SECRETS, ConfigurationItems.of(new Secret(ID, tenant, 5, "the-secret", "the-secret")));
        items.put(DocumentSection.PARAMETERS, ConfigurationItems.of(rule));
        items.put(
                DocumentSection.ASSETS,
                ConfigurationItems.of(new StoredAsset(
                        new AssetFile(AssetKind.CSS, "a.css", "text/css", 1, "d", Instant.EPOCH, 0), new byte[1])));
        items.put(DocumentSection.USERS, ConfigurationItems.of(user));
        items.put(
                DocumentSection.TOKENS,
                ConfigurationItems.of(
                        new AdminToken(ID, user, "ansible", "the-hash", Set.of(), Instant.EPOCH, Optional.empty())));
        return items;
    }
}
