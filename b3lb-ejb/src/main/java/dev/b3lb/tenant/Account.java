package dev.b3lb.tenant;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;

/**
 * One secret of a tenant as the API sees it: who a call is made for.
 *
 * @param id the secret's id
 * @param tenantId the tenant's id
 * @param tenantSlug the tenant's slug, upper case
 * @param subId 0 to 999; 0 acts for the whole tenant
 * @param secret what calls are signed with
 * @param secret2 a second secret that is valid too, or empty
 * @param clusterGroupId where the tenant's meetings may be placed
 * @param recordingsOn whether meetings may be recorded: on for the secret and for its tenant
 * @param recordByDefault whether a create that does not say asks for a recording
 * @param limits of this secret
 * @param tenantLimits of the tenant with all its secrets
 */
public record Account(
        UUID id,
        UUID tenantId,
        String tenantSlug,
        int subId,
        String secret,
        String secret2,
        UUID clusterGroupId,
        boolean recordingsOn,
        boolean recordByDefault,
        @Nested("own") Limits limits,
        @Nested("tenant") Limits tenantLimits) {

    /** The secrets that authenticate; a blank one never does. */
    public List<String> secrets() {
        return Stream.of(secret, secret2).filter(text -> !text.isBlank()).toList();
    }

    /** Whether this account may see and end the meetings of all of its tenant's accounts. */
    public boolean actsForTenant() {
        return subId == 0;
    }

    /** As in metrics and results: {@code ACME} or {@code ACME-005}. */
    public String label() {
        return subId == 0 ? tenantSlug : "%s-%03d".formatted(tenantSlug, subId);
    }

    @Override
    public String toString() {
        return label();
    }
}
