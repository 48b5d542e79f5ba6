package dev.b3lb.operations;

import dev.b3lb.tenant.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** A tenant's secret in results and records. */
final class SecretJson {

    private static final String SET_ANEW = "set anew";

    private final String baseDomain;

    SecretJson(String baseDomain) {
        this.baseDomain = baseDomain;
    }

    /** Its name: {@code ACME-000}. */
    static String label(Secret secret) {
        return "%s-%03d".formatted(secret.getTenant().getSlug(), secret.getSubId());
    }

    /** What a front end needs, the secrets themselves among it. */
    JsonObject endpoint(Secret secret) {
        String endpoint = secret.getSubId() == 0
                ? secret.getTenant().getSlug().toLowerCase(Locale.ROOT)
                : label(secret).toLowerCase(Locale.ROOT);
        return Json.createObjectBuilder()
                .add("secret", secret.getSecret())
                .add("secret2", secret.getSecret2())
                .add("hostname", endpoint + "." + baseDomain)
                .add("path", "/b3lb/t/" + endpoint + "/bbb/")
                .add(
                        "recording",
                        secret.isRecordingEnabled() && secret.getTenant().isRecordingEnabled())
                .build();
    }

    /** Everything but the secrets themselves. */
    static JsonObject described(Secret secret) {
        return Json.createObjectBuilder()
                .add("tenant", secret.getTenant().getSlug())
                .add("sub-id", secret.getSubId())
                .add("description", secret.getDescription())
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
