package dev.b3lb.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of passwords what is stored, so slowly that nobody gets them back by trying. The stored text says how it was
 * made, so older ones stay valid when this changes: {@code PBKDF2WithHmacSHA512:iterations:salt:hash}.
 */
@ApplicationScoped
public class PasswordHashing {

    private static final int ITERATIONS = 210_000;
    private static final int BYTES = 32;

    private static final Pattern STORED = Pattern.compile(
            "PBKDF2WithHmacSHA(?:256|384|512):([1-9][0-9]{0,8}):([A-Za-z0-9+/]{1,172}={0,2}):([A-Za-z0-9+/]{1,172}={0,2})");

    /** Fewer are tried too fast, with more a log-in would take minutes. */
    private static final int LEAST_ITERATIONS = 100_000;

    private static final int MOST_ITERATIONS = 2_000_000;

    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 128;

    private final Pbkdf2PasswordHash pbkdf2;
    private final String nobodys;

    /** @param pbkdf2 not yet initialized */
    @Inject
    PasswordHashing(Pbkdf2PasswordHash pbkdf2) {
        this.pbkdf2 = pbkdf2;
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(ITERATIONS),
                "Pbkdf2PasswordHash.SaltSizeBytes", Integer.toString(BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes", Integer.toString(BYTES)));
        this.nobodys = pbkdf2.generate("nobody".toCharArray());
    }

    /** What is stored of a password; different each time. Takes some tenths of a second. */
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Whether this is the password of which that was made. Takes some tenths of a second. */
    boolean matches(String password, String stored) {
        return pbkdf2.verify(password.toCharArray(), stored);
    }

    /** Takes as long as {@link #matches}, so that the time of an answer does not tell which users there are. */
    void matchNobody(String password) {
        pbkdf2.verify(password.toCharArray(), nobodys);
    }

    /** Whether a text can be stored as it is, because it was made in this way before. */
    public static boolean isStored(String text) {
        Matcher parts = STORED.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int iterations = Integer.parseInt(parts.group(1));
        return iterations >= LEAST_ITERATIONS
                && iterations <= MOST_ITERATIONS
                && isLongEnough(parts.group(2))
                && isLongEnough(parts.group(3));
    }

    private static boolean isLongEnough(String base64) {
        try {
            int length = Base64.getDecoder().decode(base64).length;
            return length >= LEAST_BYTES && length <= MOST_BYTES;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
