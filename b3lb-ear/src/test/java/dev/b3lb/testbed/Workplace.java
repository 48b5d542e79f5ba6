package dev.b3lb.testbed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * Where the parts of one testbed keep their files, and who looks after their processes.
 *
 * @param directory a directory of our own; it is made when it does not exist
 * @param guardian stops what is left running when this JVM dies
 */
public record Workplace(Path directory, Guardian guardian) {

    static final String POSTGRES_PROGRAM = "postgres-program";
    static final String REDIS_PROGRAM = "redis-program";

    private static final Set<String> PROGRAMS = Set.of(POSTGRES_PROGRAM, REDIS_PROGRAM);

    /** Makes the directory and closes it to other users, because programs that we run are unpacked into it. */
    public Workplace {
        directory = make(directory.toAbsolutePath().normalize());
        closeToOthers(directory);
    }

    private static void closeToOthers(Path directory) {
        try {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new TestbedFailure("The directory " + directory + " belongs to another user; delete it first.", e);
        }
    }

    /** Keeps other runs out of the directory. */
    public WorkplaceLock lock() {
        return WorkplaceLock.take(directory);
    }

    /** Deletes the logs of earlier runs. The lock must be held. */
    public void clearLogs() {
        delete(part("log").toFile());
    }

    /** Deletes what earlier runs left, all but the unpacked programs. The lock must be held. */
    public void clear() {
        File[] children =
                directory.toFile().listFiles((parent, name) -> !"lock".equals(name) && !PROGRAMS.contains(name));
        if (children == null) {
            throw new TestbedFailure("The directory " + directory + " cannot be read.");
        }
        for (File child : children) {
            delete(child);
        }
    }

    private static void delete(File file) {
        try {
            FileUtils.forceDelete(file);
        } catch (IOException e) {
            throw new TestbedFailure(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** The directory of one part, made when it does not exist. */
    public Path part(String name) {
        return make(directory.resolve(name));
    }

    /** The log file of one part. */
    public Path log(String name) {
        return part("log").resolve(name + ".log");
    }

    private static Path make(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new TestbedFailure("The directory " + directory + " cannot be made: " + e.getMessage(), e);
        }
    }
}
