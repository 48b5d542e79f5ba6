package dev.b3lb.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of others without what may be an address, a query, a quotation or a secret: such words, and long ones that are no
 * Java names, are replaced by dots. At most 300 characters of a text are looked at.
 */
final class Discreet {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_WORD = 24;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern TELLING = Pattern.compile("['\"].*|.*[/?%&#\"<>\\\\].*|.*=.+|.+=.*", Pattern.DOTALL);
    private static final Pattern JAVA_NAME = Pattern.compile("[A-Za-z_]\\w*(?:[.$][A-Za-z_]\\w*)+(?:@\\w+)?[:,;.()]*");

    private Discreet() {}

    static String text(String text) {
        if (text == null) {
            return "";
        }
        boolean whole = text.length() <= LONGEST_TEXT;
        String told = WORD.matcher(whole ? text : beginning(text))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
        return whole ? told : told + " ...";
    }

    /** Whole words only: a part of a long one would look harmless. */
    private static String beginning(String text) {
        return text.substring(0, Math.max(0, text.lastIndexOf(' ', LONGEST_TEXT)));
    }

    private static String word(String word) {
        boolean hidden = TELLING.matcher(word).matches()
                || word.length() > LONGEST_WORD && !JAVA_NAME.matcher(word).matches();
        return hidden ? "..." : word;
    }
}
