package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Guardian guardian = Guardian.start();
    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void endAll() {
        children.forEach(Process::destroyForcibly);
        guardian.close();
    }

    @Test
    void stops_watched_processes_when_its_input_closes() throws IOException {
        Process first = child();
        Process second = child();
        guardian.watch(first.pid(), "TERM");
        guardian.watch(second.pid(), "INT");

        guardian.close();

        assertEnds(first);
        assertEnds(second);
    }

    @Test
    void leaves_released_processes_alone() throws IOException {
        Process watched = child();
        Process released = child();
        guardian.watch(watched.pid(), "TERM");
        guardian.watch(released.pid(), "TERM").release();

        guardian.close();

        assertEnds(watched);
        assertThat(released.isAlive()).isTrue();
    }

    @Test
    void stops_the_process_that_a_file_names_when_the_time_comes(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("a pid file");
        guardian.watchPidFile(file, "TERM");
        Process child = child();
        Files.writeString(file, child.pid() + "\nsomething else\n");

        guardian.close();

        assertEnds(child);
    }

    @Test
    void has_nothing_to_do_for_a_file_that_is_not_there(@TempDir Path directory) {
        guardian.watchPidFile(directory.resolve("none"), "TERM");

        guardian.close();

        assertThat(ProcessHandle.of(guardian.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void deletes_a_watched_file_and_leaves_a_released_one(@TempDir Path directory) throws IOException {
        Path watched = Files.createFile(directory.resolve("a watched file"));
        Path released = Files.createFile(directory.resolve("a released file"));
        guardian.watchFile(watched);
        guardian.watchFile(released).release();

        guardian.close();

        assertThat(watched).doesNotExist();
        assertThat(released).exists();
    }

    @Test
    void survives_what_a_terminal_sends() throws IOException {
        Process child = child();
        guardian.watch(child.pid(), "TERM");

        Signals.send("INT", guardian.pid());
        Signals.send("TERM", guardian.pid());
        Signals.send("HUP", guardian.pid());
        guardian.close();

        assertEnds(child);
    }

    @Test
    void wakes_a_suspended_process_to_stop_it() throws IOException {
        Process child = child();
        guardian.watch(child.pid(), "TERM");
        Signals.send("STOP", child.pid());

        guardian.close();

        assertEnds(child);
    }

    private Process child() throws IOException {
        Process child = new ProcessBuilder(Detached.command(List.of("sleep", "600"))).start();
        children.add(child);
        return child;
    }

    private static void assertEnds(Process child) {
        await().atMost(LIMIT).until(() -> !child.isAlive());
    }
}
