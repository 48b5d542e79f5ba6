package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDirectoryTest {

    @TempDir
    private Path directory;

    private Guardian guardian;
    private Workplace workplace;

    @BeforeEach
    void make() {
        guardian = Guardian.start();
        workplace = new Workplace(directory, guardian);
    }

    @AfterEach
    void leave() {
        guardian.close();
    }

    @Test
    void keeps_a_program_that_was_unpacked_completely() throws IOException {
        ProgramDirectory first = ProgramDirectory.open(workplace, "program");
        Files.createFile(first.path().resolve("server"));
        first.complete();

        assertThat(ProgramDirectory.open(workplace, "program").path().resolve("server"))
                .exists();
    }

    @Test
    void throws_half_a_program_away() throws IOException {
        ProgramDirectory first = ProgramDirectory.open(workplace, "program");
        Files.createDirectories(first.path().resolve("lib"));
        Files.createFile(first.path().resolve("lib/half"));

        assertThat(ProgramDirectory.open(workplace, "program").path()).isEmptyDirectory();
    }
}
