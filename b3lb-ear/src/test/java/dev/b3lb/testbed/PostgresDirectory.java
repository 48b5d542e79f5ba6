package dev.b3lb.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/**
 * The place of a PostgreSQL server's data. A marker beside them tells that they were set up completely; what a killed
 * first start left behind is thrown away by the next one.
 */
final class PostgresDirectory {

    private final Path directory;

    PostgresDirectory(Path directory) {
        this.directory = directory;
    }

    Path data() {
        return directory.resolve("data");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private Path marker() {
        return directory.resolve("complete");
    }

    /**
     * Makes the directory fit for a start.
     *
     * @throws TestbedFailure when a server runs on it
     */
    void prepare() {
        pid().flatMap(ProcessHandle::of).filter(PostgresDirectory::isPostgres).ifPresent(running -> {
            throw new TestbedFailure("Another PostgreSQL (process " + running.pid() + ") is using " + data()
                    + "; stop it or use another directory.");
        });
        try {
            Files.deleteIfExists(pidFile());
            if (!Files.exists(marker())) {
                FileUtils.deleteDirectory(data().toFile());
            }
        } catch (IOException e) {
            throw new TestbedFailure("PostgreSQL's old data in " + data() + " cannot be cleared: " + e, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    /** From the next time that the configuration is read, nobody connects without a password. */
    void demandPasswords() throws IOException {
        Files.writeString(
                data().resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
    }

    /** Notes that the data are set up. */
    void complete() throws IOException {
        if (!Files.exists(marker())) {
            Files.createFile(marker());
        }
    }

    /** The main process, when there is one. */
    Optional<Long> pid() {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf);
        } catch (IOException | UncheckedIOException | NumberFormatException goneOrHalfWritten) {
            return Optional.empty();
        }
    }
}
