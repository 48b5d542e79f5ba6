package dev.b3lb.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which passwords were right, so that a program that logs in with each call does not cost a
 * tenth of a second each time. What it keeps tells nothing without a key that never leaves this process; a changed user
 * is another user.
 */
public final class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Cache<String, Boolean> right;

    /**
     * @param random must be fit for secrets
     * @param ticker tells the time; any beginning will do
     */
    public VerifiedPasswords(RandomGenerator random, Ticker ticker) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.right = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .build();
    }

    /** Remembers that the password is the user's. */
    void remember(KnownUser user, String password) {
        right.put(mark(user, password), true);
    }

    /** Whether it was so within the last minute; if not, it may still be right. */
    boolean holds(KnownUser user, String password) {
        return right.getIfPresent(mark(user, password)) != null;
    }

    private String mark(KnownUser user, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = user.id() + " " + user.version() + " " + user.passwordHash() + " " + password;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
