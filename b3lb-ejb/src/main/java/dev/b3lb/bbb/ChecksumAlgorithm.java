package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The hashes that BBB takes for checksums; a receiver tells them apart by the checksum's length. */
public enum ChecksumAlgorithm {
    SHA1("SHA-1", 40),
    SHA256("SHA-256", 64),
    SHA384("SHA-384", 96),
    SHA512("SHA-512", 128);

    private final String javaName;
    private final int hexLength;

    ChecksumAlgorithm(String javaName, int hexLength) {
        this.javaName = javaName;
        this.hexLength = hexLength;
    }

    /** The algorithm whose checksums have that many hexadecimal digits. */
    public static Optional<ChecksumAlgorithm> ofLength(int hexLength) {
        return Arrays.stream(values()).filter(a -> a.hexLength == hexLength).findFirst();
    }

    /** The algorithm of a name as settings and BBB spell it: {@code sha1}, {@code sha256} and so on, in any case. */
    public static Optional<ChecksumAlgorithm> ofName(String name) {
        return Arrays.stream(values())
                .filter(a -> a.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The name as settings and BBB spell it, such as {@code sha256}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many hexadecimal digits a checksum has. */
    public int hexLength() {
        return hexLength;
    }

    /** The hash of the text's UTF-8 bytes in lower-case hexadecimal digits. */
    public String hex(String text) {
        return HexFormat.of().formatHex(begin().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A hash over nothing yet. */
    MessageDigest begin() {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + javaName + ".", e);
        }
    }
}
