package dev.b3lb.branding;

import org.jdbi.v3.core.mapper.Nested;

/**
 * A tenant's file with its content.
 *
 * @param file what it is
 * @param content its bytes; not copied, and must not be changed
 */
public record StoredAsset(@Nested AssetFile file, byte[] content) {

    /** Without the content. */
    @Override
    public String toString() {
        return "StoredAsset[" + file + "]";
    }
}
