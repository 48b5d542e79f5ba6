package dev.b3lb.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes tokens, and what is stored of them. */
public final class TokenTexts {

    private static final String PREFIX = "b3lb_";
    private static final int BYTES = 32;

    private final RandomGenerator random;

    /** @param random must be fit for secrets */
    public TokenTexts(RandomGenerator random) {
        this.random = random;
    }

    /** A new token: {@code b3lb_}, by which programs that look for leaked secrets find it, and 256 random bits. */
    public String token() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a token: its SHA-256 in hex. Nobody tries 256 random bits, so it may be a fast hash. */
    public static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
