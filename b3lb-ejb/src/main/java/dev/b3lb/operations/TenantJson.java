package dev.b3lb.operations;

import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A tenant in results and records, without its stats token. */
@ApplicationScoped
public class TenantJson {

    private final String baseDomain;

    @Inject
    TenantJson(Settings settings) {
        this.baseDomain = settings.get(Settings.API_BASE_DOMAIN);
    }

    JsonObject of(Tenant tenant) {
        Endpoint endpoint = Endpoint.of(tenant.getSlug(), 0, baseDomain);
        return Json.createObjectBuilder()
                .add("slug", tenant.getSlug())
                .add("id", tenant.getId().toString())
                .add("description", tenant.getDescription())
                .add("cluster-group", tenant.getClusterGroup().getName())
                .add("hostname", endpoint.hostname())
                .add("path", endpoint.path())
                .add("attendee-limit", tenant.getAttendeeLimit())
                .add("meeting-limit", tenant.getMeetingLimit())
                .add("recording-enabled", tenant.isRecordingEnabled())
                .add("record-by-default", tenant.isRecordByDefault())
                .add("record-hold-days", tenant.getRecordHoldDays())
                .add("version", tenant.getVersion())
                .build();
    }

    /** The same for the audit record when the stats token is another one. */
    static JsonObject noted(JsonObject described) {
        return Json.createObjectBuilder(described)
                .add("stats-token", "set anew")
                .build();
    }

    /** The same for who may read the tenant's statistics. */
    static JsonObject withToken(JsonObject described, Tenant tenant) {
        return Json.createObjectBuilder(described)
                .add("stats-token", tenant.getStatsToken().toString())
                .build();
    }
}
