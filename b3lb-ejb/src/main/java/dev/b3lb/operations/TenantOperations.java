package dev.b3lb.operations;

import dev.b3lb.tenant.Tenant;
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

/** Tenants as operators describe them. */
@ApplicationScoped
public class TenantOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    TenantOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addtenant", call -> transactions.inOne(() -> add(call)),
                "settenant", call -> transactions.inOne(() -> set(call)));
    }

    private JsonValue add(OperationCall call) {
        Arguments arguments = call.arguments();
        String slug = ConfigurationFinder.tenantSlug(arguments.text("slug"));
        finder.requireFree(Tenant.class, "slug", slug, "tenant");
        Tenant tenant = new Tenant(
                UUID.randomUUID(), slug, UUID.randomUUID(), finder.clusterGroup(arguments.text("cluster-group")));
        apply(arguments, tenant);
        entities.persist(tenant);
        JsonObject added = recorded(call, tenant, JsonValue.EMPTY_JSON_OBJECT);
        return Json.createObjectBuilder(added)
                .add("stats-token", tenant.getStatsToken().toString())
                .build();
    }

    private JsonValue set(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("slug"));
        ConfigurationFinder.requireVersion(call, tenant.getVersion());
        JsonObject before = json(tenant);
        call.arguments().optional("cluster-group").map(finder::clusterGroup).ifPresent(tenant::setClusterGroup);
        apply(call.arguments(), tenant);
        return recorded(call, tenant, before);
    }

    private JsonObject recorded(OperationCall call, Tenant tenant, JsonObject before) {
        entities.flush();
        JsonObject after = json(tenant);
        changes.record(call, "tenant " + tenant.getSlug(), before, after);
        return after;
    }

    private static void apply(Arguments arguments, Tenant tenant) {
        arguments.ifText("description", tenant::setDescription);
        arguments.ifNumber("attendee-limit", tenant::setAttendeeLimit);
        arguments.ifNumber("meeting-limit", tenant::setMeetingLimit);
        arguments.ifTruth("recording-enabled", tenant::setRecordingEnabled);
        arguments.ifTruth("record-by-default", tenant::setRecordByDefault);
        arguments.ifNumber("record-hold-days", tenant::setRecordHoldDays);
    }

    private static JsonObject json(Tenant tenant) {
        return Json.createObjectBuilder()
                .add("slug", tenant.getSlug())
                .add("id", tenant.getId().toString())
                .add("description", tenant.getDescription())
                .add("cluster-group", tenant.getClusterGroup().getName())
                .add("attendee-limit", tenant.getAttendeeLimit())
                .add("meeting-limit", tenant.getMeetingLimit())
                .add("recording-enabled", tenant.isRecordingEnabled())
                .add("record-by-default", tenant.isRecordByDefault())
                .add("record-hold-days", tenant.getRecordHoldDays())
                .add("version", tenant.getVersion())
                .build();
    }
}
