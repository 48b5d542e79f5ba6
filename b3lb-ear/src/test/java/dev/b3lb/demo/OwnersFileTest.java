package dev.b3lb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {

    @TempDir
    private Path directory;

    @Test
    void gives_back_what_was_written() throws IOException {
        Path file = directory.resolve("deeper/x.properties");

        OwnersFile.write(file, Map.of("a.b", "C:\\x = ü"));

        assertThat(OwnersFile.read(file)).isEqualTo(Map.of("a.b", "C:\\x = ü"));
    }

    @Test
    void leaves_addresses_as_they_are() throws IOException {
        Path file = directory.resolve("x.properties");

        OwnersFile.write(file, Map.of("base.url", "http://localhost:8080"));

        assertThat(file).hasContent("base.url=http://localhost:8080\n");
    }

    @Test
    void replaces_what_was_there_and_leaves_nothing_else() throws IOException {
        Path file = directory.resolve("x.properties");
        OwnersFile.write(file, Map.of("a", "1", "b", "1"));

        OwnersFile.write(file, Map.of("a", "2"));

        assertThat(OwnersFile.read(file)).isEqualTo(Map.of("a", "2"));
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void lets_only_the_owner_read() throws IOException {
        Path file = directory.resolve("x.properties");

        OwnersFile.write(file, Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
