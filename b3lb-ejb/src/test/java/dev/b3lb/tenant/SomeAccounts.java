package dev.b3lb.tenant;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Accounts for tests. */
public final class SomeAccounts {

    /** Where all tenants' meetings may be placed. */
    public static final UUID CLUSTER_GROUP = id("group");

    private SomeAccounts() {}

    /** An account of a tenant, always with the same ids; recordings are off. */
    public static Account account(String tenant, int subId) {
        return account(tenant, subId, false);
    }

    /** A tenant, always with the same id and token. */
    public static KnownTenant tenant(String slug) {
        return new KnownTenant(id(slug), slug, id("stats token of " + slug));
    }

    /** An account whose meetings may be recorded, or not. */
    public static Account account(String tenant, int subId, boolean recordingsOn) {
        return new Account(
                id(tenant + "/" + subId),
                id(tenant),
                tenant,
                subId,
                "secret-of-" + tenant + "-" + subId,
                "",
                CLUSTER_GROUP,
                recordingsOn,
                false,
                Limits.NONE,
                Limits.NONE);
    }

    /** An account with limits. */
    public static Account limited(String tenant, int subId, Limits own, Limits ofTenant) {
        Account account = account(tenant, subId);
        return new Account(
                account.id(),
                account.tenantId(),
                tenant,
                subId,
                account.secret(),
                "",
                CLUSTER_GROUP,
                false,
                false,
                own,
                ofTenant);
    }

    /** An account whose meetings are recorded unless the client says otherwise. */
    public static Account recordingByDefault(String tenant) {
        Account account = account(tenant, 0, true);
        return new Account(
                account.id(),
                account.tenantId(),
                tenant,
                0,
                account.secret(),
                "",
                CLUSTER_GROUP,
                true,
                true,
                Limits.NONE,
                Limits.NONE);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
