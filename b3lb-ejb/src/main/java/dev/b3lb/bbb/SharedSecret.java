package dev.b3lb.bbb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text with which both ends of the BBB API sign. People copy it from terminals, mails and web pages, and with it
 * what nobody sees: white space of all kinds, byte order marks, zero-width characters, soft hyphens.
 */
public final class SharedSecret {

    /** A regular expression for one character that can be seen; a secret has no others. */
    public static final String CHARACTER = "[^\\s\\p{Z}\\p{C}"
            // Letters, marks and signs by their category, and yet nothing shows
            + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}"
            + "\\x{E0100}-\\x{E01EF}]";

    private static final Pattern INNER = Pattern.compile(CHARACTER + "(?:.*" + CHARACTER + ")?", Pattern.DOTALL);
    private static final Pattern VISIBLE = Pattern.compile(CHARACTER + "*");

    private SharedSecret() {}

    /** What is left without invisible characters at both ends; empty when there is nothing else. */
    public static String trimmed(String text) {
        Matcher inner = INNER.matcher(text);
        return inner.find() ? inner.group() : "";
    }

    /** Whether all of it can be seen. */
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).matches();
    }
}
