package dev.b3lb.fakenode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The hashes that BBB takes for checksums; it tells them apart by the length of their hex form. */
public enum HashAlgorithm {
    /** 40 hex digits. */
    SHA1("SHA-1", 40),
    /** 64 hex digits. */
    SHA256("SHA-256", 64),
    /** 96 hex digits. */
    SHA384("SHA-384", 96),
    /** 128 hex digits. */
    SHA512("SHA-512", 128);

    private final String javaName;
    private final int hexLength;

    HashAlgorithm(String javaName, int hexLength) {
        this.javaName = javaName;
        this.hexLength = hexLength;
    }

    /**
     * The algorithm that makes checksums of this length.
     *
     * @param hexLength number of hex digits
     * @return empty when BBB knows none of that length
     */
    public static Optional<HashAlgorithm> ofLength(int hexLength) {
        return Arrays.stream(values()).filter(a -> a.hexLength == hexLength).findFirst();
    }

    /**
     * Hashes the UTF-8 bytes of a text.
     *
     * @param text what to hash
     * @return lower-case hex
     */
    public String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(javaName).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + javaName, e);
        }
    }
}
