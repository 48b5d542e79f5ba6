package dev.b3lb.shell;

import dev.b3lb.management.OperationRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that gets a reply, which may hold secrets: nobody but its owner may read it, and it appears only when all of
 * it is there.
 */
final class OutputFile implements AutoCloseable {

    private final Path target;
    private final boolean overwrite;
    private final Path draft;

    private OutputFile(Path target, boolean overwrite, Path draft) {
        this.target = target;
        this.overwrite = overwrite;
        this.draft = draft;
    }

    /**
     * Makes sure that the file can be written, before anything is asked of a server.
     *
     * @throws UsageError when it is there already and may not be overwritten, or the folder does not take it
     */
    static OutputFile open(Path target, boolean overwrite) throws UsageError {
        if (Files.isDirectory(target)) {
            throw new UsageError(target + " is a folder.");
        }
        requireFree(target, overwrite);
        try {
            Path draft = Files.createTempFile(
                    target.getParent(),
                    ".b3lb-",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new OutputFile(target, overwrite, draft);
        } catch (IOException impossible) {
            throw new UsageError("No file can be written in " + target.getParent() + ".");
        }
    }

    private static void requireFree(Path target, boolean overwrite) throws UsageError {
        if (!overwrite && Files.exists(target)) {
            throw new UsageError(target + " is there already; --overwrite replaces it.");
        }
    }

    /**
     * Writes the file.
     *
     * @throws UsageError when somebody else has made it meanwhile
     * @throws OperationRefused when the disk did not take it
     */
    void write(String text) throws UsageError, OperationRefused {
        try {
            requireFree(target, overwrite);
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new OperationRefused("The reply is there, but " + target + " could not be written.");
        }
    }

    /** Leaves nothing behind when the file was not written. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException left) {
            // An empty file that nobody else may read stays behind; the reply matters more
        }
    }
}
