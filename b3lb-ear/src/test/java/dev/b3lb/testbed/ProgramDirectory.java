package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Where a program from a Maven artifact is unpacked, once for many runs. A marker tells that it was unpacked
 * completely; what an interrupted run left behind is thrown away by the next one.
 */
final class ProgramDirectory {

    private final Path directory;

    private ProgramDirectory(Path directory) {
        this.directory = directory;
    }

    /** A directory that is empty or holds the whole program. */
    static ProgramDirectory open(Workplace workplace, String program) {
        ProgramDirectory opened = new ProgramDirectory(workplace.part(program));
        if (!Files.exists(opened.marker())) {
            opened.empty();
        }
        return opened;
    }

    private void empty() {
        try {
            FileUtils.cleanDirectory(directory.toFile());
        } catch (IOException e) {
            throw new TestbedFailure("The directory " + directory + " cannot be emptied: " + e.getMessage(), e);
        }
    }

    Path path() {
        return directory;
    }

    private Path marker() {
        return directory.resolve("complete");
    }

    /** Notes that the program is there. */
    void complete() throws IOException {
        if (!Files.exists(marker())) {
            Files.createFile(marker());
        }
    }
}
