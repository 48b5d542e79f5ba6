package dev.b3lb.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for the log in which whoever chose parts of it can pretend nothing: characters that end a line, move the cursor
 * or turn the direction of writing stand there as escapes.
 */
final class Unforged {

    /** Control and format characters, line and paragraph separators, halves of characters. */
    private static final String DANGEROUS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]";

    /** As stack traces are rendered, and as nothing begins that is an event. */
    private static final String LINE_OF_TRACE = "\n(?:\t+|(?=Caused by: ))";

    private static final Pattern IN_LINES = Pattern.compile(DANGEROUS);
    private static final Pattern IN_TRACES = Pattern.compile("(" + LINE_OF_TRACE + ")|" + DANGEROUS);

    private Unforged() {}

    /** The same in one line. */
    static String line(CharSequence text) {
        return IN_LINES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escape(found.group())));
    }

    /** A rendered stack trace, whose exceptions' messages may hold anything. */
    static String stackTrace(String text) {
        return IN_TRACES
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) == null ? escape(found.group()) : found.group()));
    }

    /** An object of JSON in a line, which is the same for whoever parses it. */
    static String json(String line) {
        return IN_LINES.matcher(line.stripTrailing())
                        .replaceAll(found -> Matcher.quoteReplacement(inJson(found.group())))
                + System.lineSeparator();
    }

    /** JSON knows units of UTF-16 only. */
    private static String inJson(String character) {
        return character
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining());
    }

    private static String escape(String character) {
        return switch (character) {
            case "\n" -> "\\n";
            case "\r" -> "\\r";
            case "\t" -> "\\t";
            default -> escaped(character.codePointAt(0));
        };
    }

    private static String escaped(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? String.format("\\u%04x", codePoint)
                : String.format("\\u{%x}", codePoint);
    }
}
