package dev.b3lb.tenant;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * A tenant as monitoring sees it, whether or not it has any secret.
 *
 * @param id the tenant's id
 * @param slug upper case
 * @param statsToken what the tenant reads its metrics and statistics with
 */
public record KnownTenant(UUID id, String slug, UUID statsToken) {

    /** Whether that is the tenant's token; how long it takes does not tell how much of it is right. */
    public boolean isToken(UUID shown) {
        return MessageDigest.isEqual(bytes(statsToken), bytes(shown));
    }

    private static byte[] bytes(UUID token) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(token.getMostSignificantBits())
                .putLong(token.getLeastSignificantBits())
                .array();
    }

    /** The slug alone. */
    @Override
    public String toString() {
        return slug;
    }
}
