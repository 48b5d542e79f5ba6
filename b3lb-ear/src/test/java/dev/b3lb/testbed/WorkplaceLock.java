package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second run out of a directory until this one is closed or its JVM has ended. */
public final class WorkplaceLock implements AutoCloseable {

    private final FileChannel channel;

    private WorkplaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws TestbedFailure when another run holds it
     */
    static WorkplaceLock take(Path directory) {
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new TestbedFailure("Another run is using " + directory + "; stop it first.");
            }
            return new WorkplaceLock(channel);
        } catch (IOException e) {
            throw new TestbedFailure("The directory " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisJvm) {
            return Optional.empty();
        }
    }

    /** Lets the next run in. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new TestbedFailure("The lock of the directory could not be given back.", e);
        }
    }
}
