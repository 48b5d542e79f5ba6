package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which secrets tenants have, and where they use them. */
@ApplicationScoped
public class SecretReports implements OperationGroup {

    private static final Page ALL = new Page(0, Integer.MAX_VALUE);

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final SecretJson json;
    private final String publicUrl;

    @Inject
    SecretReports(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            SecretJson json,
            Settings settings) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.json = json;
        this.publicUrl = settings.publicUrl().toString();
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "secrets", call -> transactions.inOne(() -> list(call)),
                "gettenantsecrets", call -> transactions.inOne(() -> access(call)),
                "listalltenantsecrets", call -> transactions.inOne(() -> table(call)));
    }

    private JsonValue list(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("tenant-slug"));
        return secrets(Optional.of(tenant), call.arguments().number("sub-id"), Page.of(call.arguments())).stream()
                .map(secret -> (JsonValue) json.described(secret))
                .collect(toJsonArray());
    }

    private JsonValue access(OperationCall call) {
        Optional<Tenant> tenant = call.arguments().optional("tenant-slug").map(finder::tenant);
        JsonObjectBuilder shown = Json.createObjectBuilder();
        revealed(call, tenant).forEach(secret -> shown.add(SecretJson.label(secret), json.access(secret)));
        return shown.build();
    }

    private JsonValue table(OperationCall call) {
        return revealed(call, Optional.empty()).stream()
                .map(secret -> (JsonValue) Json.createObjectBuilder()
                        .add("tenant-slug", secret.getTenant().getSlug())
                        .add("sub-id", secret.getSubId())
                        .add("endpoint", publicUrl + json.endpoint(secret).path())
                        .add("secret", secret.getSecret())
                        .add("secret2", secret.getSecret2())
                        .build())
                .collect(toJsonArray());
    }

    /** The secrets of a tenant or of all, of which it is recorded that they are told. */
    private List<Secret> revealed(OperationCall call, Optional<Tenant> tenant) {
        List<Secret> told = secrets(tenant, Optional.empty(), ALL);
        changes.recordReveal(
                call,
                tenant.map(one -> "secrets of tenant " + one.getSlug()).orElse("secrets of all tenants"),
                Json.createObjectBuilder().add("secrets", told.size()).build());
        return told;
    }

    private List<Secret> secrets(Optional<Tenant> tenant, Optional<Integer> subId, Page page) {
        return new EntityList<>(entities, Secret.class, "select e from Secret e join fetch e.tenant")
                .with("tenant", tenant)
                .with("subId", subId)
                .page("e.tenant.slug, e.subId", page);
    }
}
