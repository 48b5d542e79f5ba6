package dev.b3lb.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own tool, from Debian's package {@code prometheus}. */
final class Promtool {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path directory;

    /** @param directory where it runs and its output is kept */
    Promtool(Path directory) {
        this.directory = directory;
    }

    /** How a run ended, and all that it said. */
    record Result(int status, String output) {}

    /**
     * Runs it.
     *
     * @param input what it reads from its standard input
     * @throws AssertionError when there is none, or it does not end within five minutes
     */
    Result run(String input, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
        Path in = directory.resolve("promtool.in");
        Path out = directory.resolve("promtool.out");
        try {
            Files.writeString(in, input);
            Process process = start(new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile()));
            return new Result(await(process, command), Files.readString(out));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "Profile full needs promtool (package prometheus) on the path: " + missing.getMessage(), missing);
        }
    }

    private static int await(Process process, List<String> command) {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError(command + " was not through within " + LIMIT.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The wait for " + command + " was interrupted", stopping);
        } finally {
            process.destroyForcibly();
        }
    }
}
