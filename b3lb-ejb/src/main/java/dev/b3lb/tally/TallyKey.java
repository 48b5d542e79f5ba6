package dev.b3lb.tally;

import java.util.UUID;

/**
 * What a sum belongs to. Not a secret's own id: one that is removed and added again goes on where it was.
 *
 * @param tenantId the tenant's id
 * @param subId the secret's sub id; 0 also has what belongs to the tenant as a whole
 */
public record TallyKey(UUID tenantId, int subId) {}
