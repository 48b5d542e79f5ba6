package dev.b3lb.bbb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a node's load script prints: one integer from 0 to 10,000 on the first line. */
final class LoadText {

    private static final int FULL = 10_000;
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,5}");

    private LoadText() {}

    static int parse(InputStream bytes) throws UnreadableAnswer {
        String firstLine = text(bytes).lines().findFirst().orElse("").strip();
        if (!INTEGER.matcher(firstLine).matches() || Integer.parseInt(firstLine) > FULL) {
            throw new UnreadableAnswer("the first line is no integer from 0 to " + FULL);
        }
        return Integer.parseInt(firstLine);
    }

    private static String text(InputStream bytes) {
        try {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
