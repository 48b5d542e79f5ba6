package dev.b3lb.bbb;

/** BBB's checksum: hex(hash(call + signed part of the query + secret)). */
public final class Checksums {

    private Checksums() {}

    /**
     * The checksum of a call, in lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if the secret is blank, since such a secret proves nothing
     */
    public static String sign(ChecksumAlgorithm algorithm, String call, String query, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A blank secret signs nothing.");
        }
        return algorithm.hex(call + query + secret);
    }
}
