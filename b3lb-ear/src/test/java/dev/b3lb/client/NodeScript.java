package dev.b3lb.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script for Node.js with the packages that its lock file names, installed in a directory of the build. */
final class NodeScript {

    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(4);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(2);
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private final Path script;

    private NodeScript(Path script) {
        this.script = script;
    }

    /**
     * Copies the script beside its packages and installs those.
     *
     * @param source the script, with package.json and package-lock.json beside it
     * @param directory where it will run; made when it is missing
     */
    static NodeScript install(Path source, Path directory) {
        try {
            Files.createDirectories(directory);
            for (String file : FILES) {
                copy(source.resolveSibling(file), directory);
            }
            NodeScript installed = new NodeScript(copy(source, directory));
            installed.execute(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of(), INSTALL_LIMIT);
            return installed;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path copy(Path file, Path directory) throws IOException {
        return Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Runs the script.
     *
     * @param environment what it gets beside our own environment
     * @return what it writes to its standard output
     * @throws AssertionError with what it says when it fails or is not through within two minutes
     */
    String run(Map<String, String> environment) {
        return execute(List.of("node", script.getFileName().toString()), environment, RUN_LIMIT);
    }

    private String execute(List<String> command, Map<String, String> environment, Duration limit) {
        Path output = script.resolveSibling(command.get(0) + ".out");
        Path errors = script.resolveSibling(command.get(0) + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(script.getParent().toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        try {
            int status = await(start(builder), command, limit);
            if (status != 0) {
                throw new AssertionError(command + " ended with status " + status + ":\n" + Files.readString(output)
                        + Files.readString(errors));
            }
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "Profile full needs node (18 or newer) and npm on the path: " + missing.getMessage(), missing);
        }
    }

    private static int await(Process process, List<String> command, Duration limit) {
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError(command + " was not through within " + limit.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The wait for " + command + " was interrupted", stopping);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
