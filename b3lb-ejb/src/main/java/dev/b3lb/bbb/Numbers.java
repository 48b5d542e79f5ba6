package dev.b3lb.bbb;

import java.util.regex.Pattern;

/** Numbers in nodes' answers. Some BBB templates print them in the server's locale, so with grouping characters. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[,.'\u2019\u00A0\u202F ][0-9]{3}){1,5}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private Numbers() {}

    /** The number that a text means, 0 when it is empty, negative, no number, or longer than 18 digits. */
    static long lenient(String text) {
        String number = text.strip();
        if (PLAIN.matcher(number).matches()) {
            return Long.parseLong(number);
        }
        return GROUPED.matcher(number).matches()
                ? Long.parseLong(NO_DIGIT.matcher(number).replaceAll(""))
                : 0;
    }

    /** The same for a count that is not believed above a limit, and then 0. */
    static int count(String text, int highest) {
        long count = lenient(text);
        return count > highest ? 0 : (int) count;
    }
}
