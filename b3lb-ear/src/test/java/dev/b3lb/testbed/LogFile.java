package dev.b3lb.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a process has written to its log since it was started. */
final class LogFile {

    private static final int SHOWN_LINES = 15;
    private static final int SHOWN_CHARACTERS = 300;
    private static final Pattern TROUBLE = Pattern.compile(" (ERROR|FATAL) |^\\s*\"?Caused by: ");

    private final Path file;
    private final long start;

    private LogFile(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** A log whose lines so far are of no interest. */
    static LogFile from(Path file) throws IOException {
        return new LogFile(file, Files.exists(file) ? Files.size(file) : 0);
    }

    Path file() {
        return file;
    }

    /** The last lines that tell of trouble, or the last lines of all when none does. */
    String summary() {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> trouble =
                    lines.stream().filter(line -> TROUBLE.matcher(line).find()).toList();
            return last(trouble.isEmpty() ? lines : trouble);
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static String last(List<String> lines) {
        return String.join(
                "\n",
                lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).stream()
                        .map(line -> line.substring(0, Math.min(line.length(), SHOWN_CHARACTERS)))
                        .toList());
    }
}
