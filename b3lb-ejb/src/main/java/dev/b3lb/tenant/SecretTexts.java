package dev.b3lb.tenant;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes unguessable texts of letters and digits. */
public final class SecretTexts {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int API_SECRET_LENGTH = 42;
    private static final int NONCE_LENGTH = 64;

    private final RandomGenerator random;

    /** @param random must be fit for secrets */
    public SecretTexts(RandomGenerator random) {
        this.random = random;
    }

    /** A secret for a tenant's API, 42 characters. */
    public String apiSecret() {
        return text(API_SECRET_LENGTH);
    }

    /** What allows a node to tell us about one meeting, 64 characters. */
    public String nonce() {
        return text(NONCE_LENGTH);
    }

    private String text(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
