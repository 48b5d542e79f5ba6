package dev.b3lb.operations;

import dev.b3lb.meeting.MeetingOwner;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Taking tenants away, with all that is theirs, and single ones of their secrets. */
@ApplicationScoped
public class TenantRemoval implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Removals removals;
    private final TenantJson tenantJson;
    private final SecretJson secretJson;

    @Inject
    TenantRemoval(
            ConfigurationFinder finder,
            ChangeLog changes,
            Removals removals,
            TenantJson tenantJson,
            SecretJson secretJson) {
        this.finder = finder;
        this.changes = changes;
        this.removals = removals;
        this.tenantJson = tenantJson;
        this.secretJson = secretJson;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "removetenant", call -> removals.remove(call, new OfTenant(call)),
                "removesecret", call -> removals.remove(call, new OfSecret(call)));
    }

    private final class OfTenant implements Removals.Removal {

        private final OperationCall call;

        OfTenant(OperationCall call) {
            this.call = call;
        }

        private Tenant tenant() {
            return finder.tenant(call.arguments().text("slug"));
        }

        @Override
        public String title() {
            return "Tenant " + tenant().getSlug();
        }

        @Override
        public MeetingOwner owner() {
            return MeetingOwner.TENANT;
        }

        @Override
        public UUID prepare() {
            ConfigurationFinder.requireVersion(call, tenant().getVersion());
            return tenant().getId();
        }

        /** Secrets before their tenant, as whoever creates a meeting or adds a secret does. */
        @Override
        public void lock() {
            entities.createNativeQuery("select id from secret where tenant_id = :tenant order by id for update")
                    .setParameter("tenant", tenant().getId())
                    .getResultList();
            finder.lock("tenant", tenant().getId());
        }

        @Override
        public JsonObject delete() {
            Tenant tenant = tenant();
            entities.refresh(tenant); // somebody may have changed it while its lock was waited for
            ConfigurationFinder.requireVersion(call, tenant.getVersion());
            JsonObject before = tenantJson.of(tenant);
            // Secrets, rules, files and the rest go with it by the schema's own rules
            entities.createNativeQuery("delete from tenant where id = :tenant")
                    .setParameter("tenant", tenant.getId())
                    .executeUpdate();
            changes.record(call, TenantOperations.subject(tenant), before, JsonValue.EMPTY_JSON_OBJECT);
            return before;
        }
    }

    private final class OfSecret implements Removals.Removal {

        private final OperationCall call;

        OfSecret(OperationCall call) {
            this.call = call;
        }

        private Secret secret() {
            Arguments arguments = call.arguments();
            return finder.secret(
                    finder.tenant(arguments.text("tenant-slug")),
                    arguments.number("sub-id").orElseThrow());
        }

        @Override
        public String title() {
            return "Secret " + SecretJson.label(secret());
        }

        @Override
        public MeetingOwner owner() {
            return MeetingOwner.SECRET;
        }

        @Override
        public UUID prepare() {
            ConfigurationFinder.requireVersion(call, secret().getVersion());
            return secret().getId();
        }

        @Override
        public void lock() {
            finder.lock("secret", secret().getId());
        }

        @Override
        public JsonObject delete() {
            Secret secret = secret();
            ConfigurationFinder.requireVersion(call, secret.getVersion());
            JsonObject before = secretJson.described(secret);
            entities.remove(secret);
            entities.flush();
            changes.record(call, "secret " + SecretJson.label(secret), before, JsonValue.EMPTY_JSON_OBJECT);
            return before;
        }
    }
}
