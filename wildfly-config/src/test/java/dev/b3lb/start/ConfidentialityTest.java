package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialityTest {

    @TempDir
    private Path directory;

    private Path file;
    private String owner;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(directory.resolve("b3lb.env"), "DATABASE_URL=secret\n");
        owner = Files.getOwner(file).getName();
    }

    private Optional<String> complaint(String mode, String user) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return Confidentiality.complaint(file, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rw-r-----"})
    void a_file_that_only_its_owner_or_a_group_reads_is_fine(String mode) throws IOException {
        assertThat(complaint(mode, owner)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
    void a_file_that_others_may_read_or_change_is_told_in_one_line_without_what_is_in_it(String mode)
            throws IOException {
        assertThat(complaint(mode, owner)).hasValueSatisfying(text -> assertThat(text)
                .contains(file.toString(), mode, "chmod 600")
                .doesNotContain("secret\n", "\n"));
    }

    @Test
    void a_file_of_somebody_else_is_told_unless_that_is_root() throws IOException {
        assertThat(complaint("rw-------", owner + "-and-not").isPresent()).isEqualTo(!"root".equals(owner));
    }

    @Test
    void a_user_without_a_name_may_own_it() throws IOException {
        assertThat(complaint("rw-------", "?")).isEmpty();
        assertThat(complaint("rw-r--r--", "?")).isPresent();
    }

    @Test
    void where_files_have_no_modes_nothing_is_told() throws IOException {
        URI archive = URI.create("jar:" + directory.resolve("files.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = Files.writeString(zip.getPath("b3lb.env"), "A=b\n");

            assertThat(Confidentiality.complaint(inside, owner)).isEmpty();
        }
    }
}
