package dev.b3lb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {

    @TempDir
    private Path directory;

    @Test
    void gives_back_what_was_written() throws IOException {
        Path file = directory.resolve("deeper/x.properties");
        Properties properties = new Properties();
        properties.setProperty("a.b", "C:\\x = ü");

        OwnersFile.write(file, properties);

        assertThat(OwnersFile.read(file)).isEqualTo(properties);
    }

    @Test
    void replaces_what_was_there_and_leaves_nothing_else() throws IOException {
        Path file = directory.resolve("x.properties");
        OwnersFile.write(file, new Properties());
        Properties second = new Properties();
        second.setProperty("a", "2");

        OwnersFile.write(file, second);

        assertThat(OwnersFile.read(file)).isEqualTo(second);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void lets_only_the_owner_read() throws IOException {
        Path file = directory.resolve("x.properties");

        OwnersFile.write(file, new Properties());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
