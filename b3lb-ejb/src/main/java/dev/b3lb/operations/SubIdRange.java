package dev.b3lb.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sub ids as operators write them: {@code 5} or {@code 0-5}.
 *
 * @param first the first one, 0 to 999
 * @param last the last one, not before the first
 */
record SubIdRange(int first, int last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

    /** Reads a range, or refuses it with a sentence that says how one is written. */
    static SubIdRange parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first) {
            throw refused();
        }
        return new SubIdRange(first, last);
    }

    private static RefusedException refused() {
        return new RefusedException("sub-id is a number from 0 to 999, or two with a hyphen between: 0-5.");
    }

    Stream<Integer> subIds() {
        return IntStream.rangeClosed(first, last).boxed();
    }
}
