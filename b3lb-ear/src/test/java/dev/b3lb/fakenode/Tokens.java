package dev.b3lb.fakenode;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes the random values that a node hands out. */
final class Tokens {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final RandomGenerator random;

    Tokens(RandomGenerator random) {
        this.random = random;
    }

    /** Letters and digits. */
    String text(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Five digits, the first not 0. */
    String voiceBridge() {
        return String.valueOf(random.nextInt(10_000, 100_000));
    }
}
