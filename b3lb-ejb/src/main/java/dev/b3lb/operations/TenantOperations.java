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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tenants and their secrets. */
@ApplicationScoped
public class TenantOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final SecretTexts texts;
    private final String baseDomain;

    @Inject
    TenantOperations(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            SecretTexts texts,
            Settings settings) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.texts = texts;
        this.baseDomain = settings.get(Settings.API_BASE_DOMAIN);
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addtenant", call -> transactions.inNew(() -> addTenant(call)),
                "addsecrets", call -> transactions.inNew(() -> addSecrets(call)),
                "gettenantsecrets", call -> transactions.inNew(() -> secrets(call)));
    }

    private JsonValue addTenant(OperationCall call) {
        Arguments arguments = call.arguments();
        String slug = slug(arguments.text("slug"));
        finder.requireFree(Tenant.class, "slug", slug, "tenant");
        Tenant tenant = new Tenant(
                UUID.randomUUID(), slug, UUID.randomUUID(), finder.clusterGroup(arguments.text("cluster-group")));
        arguments.ifText("description", tenant::setDescription);
        arguments.ifNumber("attendee-limit", tenant::setAttendeeLimit);
        arguments.ifNumber("meeting-limit", tenant::setMeetingLimit);
        arguments.ifTruth("recording-enabled", tenant::setRecordingEnabled);
        arguments.ifTruth("record-by-default", tenant::setRecordByDefault);
        arguments.ifNumber("record-hold-days", tenant::setRecordHoldDays);
        entities.persist(tenant);
        entities.flush();
        changes.record(
                call,
                "tenant " + slug,
                JsonValue.EMPTY_JSON_OBJECT,
                json(tenant).build());
        return json(tenant)
                .add("stats-token", tenant.getStatsToken().toString())
                .build();
    }

    /** Slugs are upper case; operators may write them as in host names. */
    private static String slug(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static JsonObjectBuilder json(Tenant tenant) {
        return Json.createObjectBuilder()
                .add("slug", tenant.getSlug())
                .add("id", tenant.getId().toString())
                .add("description", tenant.getDescription())
                .add("cluster-group", tenant.getClusterGroup().getName())
                .add("attendee-limit", tenant.getAttendeeLimit())
                .add("meeting-limit", tenant.getMeetingLimit())
                .add("recording-enabled", tenant.isRecordingEnabled())
                .add("record-by-default", tenant.isRecordByDefault())
                .add("record-hold-days", tenant.getRecordHoldDays());
    }

    private JsonValue addSecrets(OperationCall call) {
        Tenant tenant = finder.tenant(slug(call.arguments().text("tenant-slug")));
        SubIdRange range = SubIdRange.parse(call.arguments().text("sub-id"));
        Set<Integer> there =
                secretsOf(tenant.getSlug()).stream().map(Secret::getSubId).collect(Collectors.toSet());
        JsonObjectBuilder added = Json.createObjectBuilder();
        range.subIds().filter(subId -> !there.contains(subId)).forEach(subId -> {
            Secret secret = new Secret(UUID.randomUUID(), tenant, subId, texts.apiSecret(), "");
            call.arguments().ifTruth("recording-enabled", secret::setRecordingEnabled);
            call.arguments().ifNumber("attendee-limit", secret::setAttendeeLimit);
            call.arguments().ifNumber("meeting-limit", secret::setMeetingLimit);
            entities.persist(secret);
            added.add(label(secret), secret.getSecret());
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

    private JsonValue secrets(OperationCall call) {
        List<Secret> secrets = call.arguments()
                .optional("tenant-slug")
                .map(slug -> secretsOf(finder.tenant(slug(slug)).getSlug()))
                .orElseGet(() -> secretsOf("%"));
        JsonObjectBuilder json = Json.createObjectBuilder();
        secrets.forEach(secret -> json.add(label(secret), json(secret)));
        return json.build();
    }

    private List<Secret> secretsOf(String tenantSlug) {
        return entities.createQuery("""
                        select s from Secret s join fetch s.tenant
                        where s.tenant.slug like :slug order by s.tenant.slug, s.subId""", Secret.class)
                .setParameter("slug", tenantSlug)
                .getResultList();
    }

    private static String label(Secret secret) {
        return "%s-%03d".formatted(secret.getTenant().getSlug(), secret.getSubId());
    }

    private JsonObjectBuilder json(Secret secret) {
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
                        secret.isRecordingEnabled() && secret.getTenant().isRecordingEnabled());
    }
}
