package dev.b3lb.it;

import dev.b3lb.testbed.B3lbServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server writes to its log from a moment on. */
final class ServerLog {

    private static final Pattern STACK_TRACE = Pattern.compile("\\s+at [\\w.$/@-]+\\(.*\\)|Caused by: .*");

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** From now on. */
    static ServerLog fromNow(B3lbServer server) throws IOException {
        return new ServerLog(server.log(), Files.size(server.log()));
    }

    /** Everything since the server was first started. */
    static ServerLog whole(B3lbServer server) {
        return new ServerLog(server.log(), 0);
    }

    String text() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The lines of stack traces. */
    List<String> stackTraces() throws IOException {
        return text().lines()
                .filter(line -> STACK_TRACE.matcher(line).matches())
                .toList();
    }
}
