package dev.b3lb.operations;

import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A tenant's secret in results and records. */
@ApplicationScoped
public class SecretJson {

    private static final String SET_ANEW = "set anew";

    private final String baseDomain;

    @Inject
    SecretJson(Settings settings) {
        this.baseDomain = settings.get(Settings.API_BASE_DOMAIN);
    }

    /** Its name: {@code ACME-000}. */
    static String label(Secret secret) {
        return "%s-%03d".formatted(secret.getTenant().getSlug(), secret.getSubId());
    }

    Endpoint endpoint(Secret secret) {
        return Endpoint.of(secret.getTenant().getSlug(), secret.getSubId(), baseDomain);
    }

    /** What a front end needs, the secrets themselves among it. */
    JsonObject access(Secret secret) {
        Endpoint endpoint = endpoint(secret);
        return Json.createObjectBuilder()
                .add("secret", secret.getSecret())
                .add("secret2", secret.getSecret2())
                .add("hostname", endpoint.hostname())
                .add("path", endpoint.path())
                .add(
                        "recording",
                        secret.isRecordingEnabled() && secret.getTenant().isRecordingEnabled())
                .build();
    }

    /** Everything but the secrets themselves. */
    JsonObject described(Secret secret) {
        Endpoint endpoint = endpoint(secret);
        return Json.createObjectBuilder()
                .add("tenant-slug", secret.getTenant().getSlug())
                .add("sub-id", secret.getSubId())
                .add("id", secret.getId().toString())
                .add("description", secret.getDescription())
                .add("hostname", endpoint.hostname())
                .add("path", endpoint.path())
                .add("has-secret2", !secret.getSecret2().isEmpty())
                .add("attendee-limit", secret.getAttendeeLimit())
                .add("meeting-limit", secret.getMeetingLimit())
                .add("recording-enabled", secret.isRecordingEnabled())
                .add("record-hold-days", secret.getRecordHoldDays())
                .add("version", secret.getVersion())
                .build();
    }

    /** The same for the audit record, which also tells which of the secrets are new. */
    static JsonObject noted(JsonObject described, Arguments arguments) {
        JsonObjectBuilder noted = Json.createObjectBuilder(described);
        arguments.ifText("secret", hidden -> noted.add("secret", SET_ANEW));
        arguments.ifText("secret2", hidden -> noted.add("secret2", hidden.isEmpty() ? "taken away" : SET_ANEW));
        return noted.build();
    }
}
