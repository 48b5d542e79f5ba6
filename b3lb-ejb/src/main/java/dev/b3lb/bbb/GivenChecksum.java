package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A checksum that came with a request.
 *
 * @param algorithm as its length tells
 * @param hash its bytes
 */
record GivenChecksum(ChecksumAlgorithm algorithm, byte[] hash) {

    /** As many secrets as an account has at most. */
    private static final int TRIED = 2;

    /** As long as secrets are that we make, and of no use to anybody, since it is blank. */
    private static final String NO_SECRET = " ".repeat(42);

    /**
     * Reads a checksum.
     *
     * @param digits hexadecimal ones in either case; their number chooses the algorithm
     * @param allowed other algorithms are not taken
     * @return empty if it is none, whatever was signed
     */
    static Optional<GivenChecksum> of(String digits, Set<ChecksumAlgorithm> allowed) {
        return ChecksumAlgorithm.ofLength(digits.length())
                .filter(allowed::contains)
                .filter(algorithm -> digits.chars().allMatch(HexFormat::isHexDigit))
                .map(algorithm -> new GivenChecksum(algorithm, HexFormat.of().parseHex(digits)));
    }

    /**
     * Whether it was made with one of the secrets. Every secret is tried and compared in constant time, so the time taken
     * does not tell which one came near; nor does it tell how many there are, since a caller with fewer than two, also
     * one that nobody knows, costs as much. Blank secrets never match.
     *
     * @param signed has hashed everything before the secret, and stays as it is
     */
    boolean completes(MessageDigest signed, Collection<String> secrets) {
        boolean matched = false;
        Stream<String> tried = Stream.concat(
                secrets.stream(), Collections.nCopies(Math.max(0, TRIED - secrets.size()), NO_SECRET).stream());
        for (String secret : (Iterable<String>) tried::iterator) {
            matched |= MessageDigest.isEqual(with(secret, signed), hash) & !secret.isBlank();
        }
        return matched;
    }

    private static byte[] with(String secret, MessageDigest signed) {
        try {
            return ((MessageDigest) signed.clone()).digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java runtime cannot go on with a hash twice.", e);
        }
    }

    /** The algorithm only. */
    @Override
    public String toString() {
        return "GivenChecksum[" + algorithm + "]";
    }
}
