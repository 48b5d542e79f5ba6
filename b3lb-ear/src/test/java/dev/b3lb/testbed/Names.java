package dev.b3lb.testbed;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that are not used twice in a run, and hardly ever in two runs. */
public final class Names {

    private static final int TENANT_DIGITS = 36 * 36 * 36 * 36;

    private final Random random;
    private final AtomicInteger count = new AtomicInteger();

    /** @param random makes names of two runs differ */
    public Names(Random random) {
        this.random = random;
    }

    /** A name in lower case that begins with the given word. */
    public String name(String word) {
        return word + "-" + count.incrementAndGet() + "-" + Integer.toString(random.nextInt(TENANT_DIGITS), 36);
    }

    /** A tenant's slug: upper case letters and digits, at most ten. */
    public String tenant() {
        String number = Integer.toString(count.incrementAndGet(), 36);
        String digits = Integer.toString(random.nextInt(TENANT_DIGITS), 36);
        return ("T" + "0".repeat(4 - digits.length()) + digits + number).toUpperCase(Locale.ROOT);
    }

    /** A secret of 40 letters and digits. */
    public String secret() {
        StringBuilder secret = new StringBuilder();
        random.ints(40, 0, 36).forEach(digit -> secret.append(Character.forDigit(digit, 36)));
        return secret.toString();
    }
}
