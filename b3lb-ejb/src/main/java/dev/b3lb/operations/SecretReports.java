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
    private final Transactions transactions;
    private final SecretJson json;
    private final String publicUrl;

    @Inject
    SecretReports(ConfigurationFinder finder, Transactions transactions, SecretJson json, Settings settings) {
        this.finder = finder;
        this.transactions = transactions;
        this.json = json;
        this.publicUrl = settings.publicUrl().toString();
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "secrets", call -> transactions.inOne(() -> list(call)),
                "gettenantsecrets", call -> transactions.inOne(() -> access(call)),
                "listalltenantsecrets", call -> transactions.inOne(this::table));
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
        secrets(tenant, Optional.empty(), ALL)
                .forEach(secret -> shown.add(SecretJson.label(secret), json.access(secret)));
        return shown.build();
    }

    private JsonValue table() {
        return secrets(Optional.empty(), Optional.empty(), ALL).stream()
                .map(secret -> (JsonValue) Json.createObjectBuilder()
                        .add("tenant-slug", secret.getTenant().getSlug())
                        .add("sub-id", secret.getSubId())
                        .add("endpoint", publicUrl + json.endpoint(secret).path())
                        .add("secret", secret.getSecret())
                        .add("secret2", secret.getSecret2())
                        .build())
                .collect(toJsonArray());
    }

    private List<Secret> secrets(Optional<Tenant> tenant, Optional<Integer> subId, Page page) {
        return new EntityList<>(entities, Secret.class, "select e from Secret e join fetch e.tenant")
                .with("tenant", tenant)
                .with("subId", subId)
                .page("e.tenant.slug, e.subId", page);
    }
}
