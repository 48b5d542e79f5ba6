package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.tenant.Tenant;
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

/** Tenants as operators describe them. */
@ApplicationScoped
public class TenantOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final TenantJson json;

    @Inject
    TenantOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions, TenantJson json) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addtenant", call -> transactions.inOne(() -> add(call)),
                "settenant", call -> transactions.inOne(() -> set(call)),
                "renewstatstoken", call -> transactions.inOne(() -> renewToken(call)),
                "tenants", call -> transactions.inOne(() -> list(call)));
    }

    private JsonValue list(OperationCall call) {
        Arguments arguments = call.arguments();
        return new EntityList<>(entities, Tenant.class, "select e from Tenant e join fetch e.clusterGroup")
                        .with("slug", arguments.optional("slug").map(ConfigurationFinder::tenantSlug))
                        .with(
                                "clusterGroup",
                                arguments.optional("cluster-group").map(finder::clusterGroup))
                        .page("e.slug", Page.of(arguments))
                        .stream()
                        .map(tenant -> (JsonValue) json.of(tenant))
                        .collect(toJsonArray());
    }

    private JsonValue add(OperationCall call) {
        Arguments arguments = call.arguments();
        String slug = ConfigurationFinder.tenantSlug(arguments.text("slug"));
        finder.requireFree(Tenant.class, "slug", slug, "tenant");
        Tenant tenant = new Tenant(
                UUID.randomUUID(),
                slug,
                token(arguments).orElseGet(UUID::randomUUID),
                finder.clusterGroup(arguments.text("cluster-group")));
        apply(arguments, tenant);
        entities.persist(tenant);
        entities.flush();
        JsonObject added = json.of(tenant);
        changes.record(call, subject(tenant), JsonValue.EMPTY_JSON_OBJECT, added);
        return TenantJson.withToken(added, tenant);
    }

    private JsonValue set(OperationCall call) {
        Arguments arguments = call.arguments();
        Tenant tenant = finder.tenant(arguments.text("slug"));
        ConfigurationFinder.requireVersion(call, tenant.getVersion());
        JsonObject before = json.of(tenant);
        arguments.optional("cluster-group").map(finder::clusterGroup).ifPresent(tenant::setClusterGroup);
        Optional<UUID> token = token(arguments);
        token.ifPresent(tenant::setStatsToken);
        apply(arguments, tenant);
        entities.flush();
        JsonObject after = json.of(tenant);
        changes.record(call, subject(tenant), before, token.isPresent() ? TenantJson.noted(after) : after);
        return after;
    }

    private JsonValue renewToken(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("tenant-slug"));
        JsonObject before = json.of(tenant);
        tenant.setStatsToken(UUID.randomUUID());
        entities.flush();
        changes.record(call, subject(tenant), before, TenantJson.noted(json.of(tenant)));
        return Json.createObjectBuilder()
                .add("tenant-slug", tenant.getSlug())
                .add("stats-token", tenant.getStatsToken().toString())
                .build();
    }

    private static Optional<UUID> token(Arguments arguments) {
        try {
            return arguments.optional("stats-token").map(UUID::fromString);
        } catch (IllegalArgumentException other) {
            throw new RefusedException("stats-token is a UUID, such as uuidgen makes one.");
        }
    }

    static String subject(Tenant tenant) {
        return "tenant " + tenant.getSlug();
    }

    private static void apply(Arguments arguments, Tenant tenant) {
        arguments.ifText("description", tenant::setDescription);
        arguments.ifNumber("attendee-limit", tenant::setAttendeeLimit);
        arguments.ifNumber("meeting-limit", tenant::setMeetingLimit);
        arguments.ifTruth("recording-enabled", tenant::setRecordingEnabled);
        arguments.ifTruth("record-by-default", tenant::setRecordByDefault);
        arguments.ifNumber("record-hold-days", tenant::setRecordHoldDays);
    }
}
