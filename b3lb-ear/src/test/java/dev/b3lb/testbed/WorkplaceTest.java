package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {

    @TempDir
    private Path directory;

    private Guardian guardian;
    private Workplace workplace;

    @BeforeEach
    void make() {
        guardian = Guardian.start();
        workplace = new Workplace(directory.resolve("work"), guardian);
    }

    @AfterEach
    void leave() {
        guardian.close();
    }

    @Test
    void lets_one_run_in_at_a_time() {
        try (WorkplaceLock held = workplace.lock()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(workplace::lock)
                    .isInstanceOf(TestbedFailure.class)
                    .hasMessage("Another run is using " + workplace.directory() + "; stop it first.");
        }
    }

    @Test
    void lets_the_next_run_in_after_the_first() {
        workplace.lock().close();

        assertThatCode(() -> workplace.lock().close()).doesNotThrowAnyException();
    }

    @Test
    void is_closed_to_other_users() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workplace.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void forgets_everything_but_the_unpacked_programs() throws IOException {
        Files.writeString(workplace.part("postgres").resolve("old"), "");
        Files.writeString(workplace.part("postgres-program").resolve("kept"), "");

        workplace.clear();

        assertThat(workplace.directory().resolve("postgres")).doesNotExist();
        assertThat(workplace.directory().resolve("postgres-program/kept")).exists();
    }
}
