package dev.b3lb.bbb;

import java.util.Set;

/**
 * Which checksums are taken from clients.
 *
 * @param allowed the algorithms
 * @param acceptUnsignedBody whether a form body may come with a checksum over nothing but the call's name, as BBB 3 and
 *     Scalelite have it
 */
public record ChecksumSettings(Set<ChecksumAlgorithm> allowed, boolean acceptUnsignedBody) {

    public ChecksumSettings {
        allowed = Set.copyOf(allowed);
    }
}
