package dev.b3lb.operations;

import dev.b3lb.settings.Settings;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            Settings settings) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.texts = texts;
        this.json = new SecretJson(settings.get(Settings.API_BASE_DOMAIN));
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addsecrets", call -> transactions.inOne(() -> add(call)),
                "setsecret", call -> transactions.inOne(() -> set(call)),
                "gettenantsecrets", call -> transactions.inOne(() -> show(call)));
    }

    private JsonValue add(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("tenant-slug"));
        SubIdRange range = SubIdRange.parse(call.arguments().text("sub-id"));
        Set<Integer> there =
                secretsOf(tenant.getSlug()).stream().map(Secret::getSubId).collect(Collectors.toSet());
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
        JsonObject before = SecretJson.described(secret);
        applyLimits(arguments, secret);
        arguments.ifText("secret", secret::setSecret);
        arguments.ifText("secret2", secret::setSecret2);
        arguments.ifText("description", secret::setDescription);
        arguments.ifNumber("record-hold-days", secret::setRecordHoldDays);
        entities.flush();
        JsonObject after = SecretJson.described(secret);
        changes.record(call, "secret " + SecretJson.label(secret), before, SecretJson.noted(after, arguments));
        return after;
    }

    private JsonValue show(OperationCall call) {
        List<Secret> secrets = call.arguments()
                .optional("tenant-slug")
                .map(slug -> secretsOf(finder.tenant(slug).getSlug()))
                .orElseGet(() -> secretsOf("%"));
        JsonObjectBuilder shown = Json.createObjectBuilder();
        secrets.forEach(secret -> shown.add(SecretJson.label(secret), json.endpoint(secret)));
        return shown.build();
    }

    private List<Secret> secretsOf(String tenantSlug) {
        return entities.createQuery("""
                        select s from Secret s join fetch s.tenant
                        where s.tenant.slug like :slug order by s.tenant.slug, s.subId""", Secret.class)
                .setParameter("slug", tenantSlug)
                .getResultList();
    }
}
