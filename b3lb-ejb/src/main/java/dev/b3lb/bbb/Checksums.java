package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** BBB's checksum: hex(hash(call + signed part of the query + secret)). */
public final class Checksums {

    private Checksums() {}

    /**
     * Whether a checksum was made with one of the secrets. Every secret is tried and compared in constant time, so the
     * time taken does not tell which one came near. Blank secrets never match.
     *
     * @param call the call's name as in the URL
     * @param signedPart the query string without the checksum
     * @param given the checksum as received, hexadecimal digits in either case; its length chooses the algorithm
     * @param allowed other algorithms are not taken
     */
    public static boolean matches(
            String call, String signedPart, String given, Collection<String> secrets, Set<ChecksumAlgorithm> allowed) {
        Optional<ChecksumAlgorithm> algorithm =
                ChecksumAlgorithm.ofLength(given.length()).filter(allowed::contains);
        if (algorithm.isEmpty()) {
            return false;
        }
        byte[] digits = given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean matched = false;
        for (String secret : secrets) {
            byte[] expected = hash(algorithm.get(), call, signedPart, secret).getBytes(StandardCharsets.UTF_8);
            matched |= MessageDigest.isEqual(expected, digits) & !secret.isBlank();
        }
        return matched;
    }

    /**
     * The checksum of a call, in lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if the secret is blank, since such a secret proves nothing
     */
    public static String sign(ChecksumAlgorithm algorithm, String call, String query, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A blank secret signs nothing.");
        }
        return hash(algorithm, call, query, secret);
    }

    private static String hash(ChecksumAlgorithm algorithm, String call, String query, String secret) {
        return algorithm.hex(call + query + secret);
    }
}
