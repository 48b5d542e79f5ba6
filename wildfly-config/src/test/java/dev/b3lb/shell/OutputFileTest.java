package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void is_for_its_owner_alone() throws Exception {
        Path target = folder.resolve("out.json");
        try (OutputFile file = OutputFile.open(target, false)) {
            file.write("text");
        }

        assertThat(Files.readString(target)).isEqualTo("text");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files()).containsExactly(target);
    }

    @Test
    void is_not_there_before_it_is_written_nor_when_it_never_is() throws Exception {
        Path target = folder.resolve("out.json");
        try (OutputFile file = OutputFile.open(target, false)) {
            assertThat(target).doesNotExist();
            assertThat(file).isNotNull();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void replaces_another_only_if_told_so() throws Exception {
        Path target = Files.writeString(folder.resolve("out.json"), "old");
        assertThatThrownBy(() -> OutputFile.open(target, false))
                .isInstanceOf(UsageError.class)
                .hasMessage(target + " is there already; --overwrite replaces it.");

        try (OutputFile file = OutputFile.open(target, true)) {
            file.write("new");
        }
        assertThat(Files.readString(target)).isEqualTo("new");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void leaves_alone_what_somebody_made_meanwhile() throws Exception {
        Path target = folder.resolve("out.json");
        try (OutputFile file = OutputFile.open(target, false)) {
            Files.writeString(target, "theirs");
            assertThatThrownBy(() -> file.write("mine")).isInstanceOf(UsageError.class);
        }
        assertThat(Files.readString(target)).isEqualTo("theirs");
        assertThat(files()).containsExactly(target);
    }

    @Test
    void is_refused_where_nothing_can_be_written() {
        assertThatThrownBy(() -> OutputFile.open(folder, true)).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> OutputFile.open(folder.resolve("none/out"), false))
                .isInstanceOf(UsageError.class)
                .hasMessage("No file can be written in " + folder.resolve("none") + ".");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
