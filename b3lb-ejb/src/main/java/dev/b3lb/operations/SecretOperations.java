package dev.b3lb.operations;

import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.SecretTexts;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The API secrets of tenants. */
@ApplicationScoped
public class SecretOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final SecretTexts texts;
    private final SecretJson json;

    @Inject
    SecretOperations(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            SecretTexts texts,
            SecretJson json) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addsecrets", call -> transactions.inOne(() -> add(call)),
                "setsecret", call -> transactions.inOne(() -> set(call)),
                "rotatesecret", call -> transactions.inOne(() -> rotate(call)));
    }

    private JsonValue add(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("tenant-slug"));
        SubIdRange range = SubIdRange.parse(call.arguments().text("sub-id"));
        Set<Integer> there = Set.copyOf(finder.subIds(tenant));
        JsonObjectBuilder added = Json.createObjectBuilder();
        range.subIds().filter(subId -> !there.contains(subId)).forEach(subId -> {
            Secret secret = new Secret(UUID.randomUUID(), tenant, subId, texts.apiSecret(), "");
            applyLimits(call.arguments(), secret);
            entities.persist(secret);
            added.add(SecretJson.label(secret), secret.getSecret());
        });
        entities.flush();
        JsonObject result = added.build();
        if (!result.isEmpty()) {
            changes.record(
                    call,
                    "secrets of tenant " + tenant.getSlug(),
                    JsonValue.EMPTY_JSON_OBJECT,
                    Json.createObjectBuilder()
                            .add("added", Json.createArrayBuilder(result.keySet()))
                            .build());
        }
        return result;
    }

    private static void applyLimits(Arguments arguments, Secret secret) {
        arguments.ifTruth("recording-enabled", secret::setRecordingEnabled);
        arguments.ifNumber("attendee-limit", secret::setAttendeeLimit);
        arguments.ifNumber("meeting-limit", secret::setMeetingLimit);
    }

    private JsonValue set(OperationCall call) {
        Arguments arguments = call.arguments();
        Tenant tenant = finder.tenant(arguments.text("tenant-slug"));
        Secret secret = finder.secret(tenant, arguments.number("sub-id").orElseThrow());
        ConfigurationFinder.requireVersion(call, secret.getVersion());
        JsonObject before = json.described(secret);
        applyLimits(arguments, secret);
        arguments.apiSecret("secret").ifPresent(secret::setSecret);
        arguments.apiSecret("secret2").ifPresent(secret::setSecret2);
        arguments.ifText("description", secret::setDescription);
        arguments.ifNumber("record-hold-days", secret::setRecordHoldDays);
        entities.flush();
        JsonObject after = json.described(secret);
        changes.record(call, "secret " + SecretJson.label(secret), before, SecretJson.noted(after, arguments));
        return after;
    }

    /** A new secret beside the first, or that one in place of the first. */
    private JsonValue rotate(OperationCall call) {
        Arguments arguments = call.arguments();
        Tenant tenant = finder.tenant(arguments.text("tenant-slug"));
        Secret secret = finder.secret(tenant, arguments.number("sub-id").orElseThrow());
        ConfigurationFinder.requireVersion(call, secret.getVersion());
        JsonObject before = json.described(secret);
        boolean offer = arguments.text("step").equals("offer");
        if (offer) {
            secret.setSecret2(texts.apiSecret());
        } else {
            promote(secret);
        }
        entities.flush();
        JsonObject after = json.described(secret);
        JsonObject noted = Json.createObjectBuilder(after)
                .add(offer ? "secret2" : "secret", offer ? "set anew" : "secret2 in its place")
                .build();
        changes.record(call, "secret " + SecretJson.label(secret), before, noted);
        return Json.createObjectBuilder(after)
                .add("secret", secret.getSecret())
                .add("secret2", secret.getSecret2())
                .build();
    }

    private static void promote(Secret secret) {
        if (secret.getSecret2().isEmpty()) {
            throw RefusedException.conflict(SecretJson.label(secret)
                    + " has no second secret that could take the place of the first; rotatesecret with step offer"
                    + " makes one.");
        }
        secret.setSecret(secret.getSecret2());
        secret.setSecret2("");
    }
}
