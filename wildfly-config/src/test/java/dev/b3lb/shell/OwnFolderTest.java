package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFolderTest {

    @TempDir
    private Path home;

    private OwnFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(home.resolve("conf"));
        folder = new OwnFolder(home);
    }

    private Server server(Map<String, String> environment) throws UsageError {
        return Server.of(folder, environment, Optional.empty());
    }

    private void write(String settings) throws IOException {
        Files.writeString(folder.file(), settings);
    }

    @Test
    void names_the_place_where_its_server_listens() throws IOException, UsageError {
        write("# ours\nB3LB_MANAGEMENT_PORT = '9991'\nexport B3LB_MANAGEMENT_BIND=10.1.2.3\n");

        assertThat(server(Map.of()).place()).isEqualTo("10.1.2.3:9991");
        assertThat(server(Map.of()).folder()).hasValue(folder);
    }

    @Test
    void gives_way_to_the_environment() throws IOException, UsageError {
        write("B3LB_MANAGEMENT_PORT=9991\nB3LB_MANAGEMENT_BIND=10.1.2.3\n");

        assertThat(server(Map.of("B3LB_MANAGEMENT_PORT", "9992")).place()).isEqualTo("10.1.2.3:9992");
        assertThat(server(Map.of("B3LB_MANAGEMENT_BIND", "web1")).place()).isEqualTo("web1:9991");
    }

    @Test
    void without_settings_means_the_usual_place() throws UsageError {
        assertThat(server(Map.of()).place()).isEqualTo("127.0.0.1:9990");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.1", "::, ::1", "0:0:0:0::0, ::1", "::1, ::1", "127.0.0.2, 127.0.0.2"})
    void asks_a_server_that_listens_everywhere_on_this_machine(String bind, String host)
            throws IOException, UsageError {
        write("B3LB_MANAGEMENT_BIND=" + bind);

        assertThat(server(Map.of()).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"B3LB_MANAGEMENT_PORT=many", "B3LB_MANAGEMENT_PORT=", "B3LB_MANAGEMENT_PORT=65536", "no line"})
    void refuses_settings_that_make_no_sense(String line) throws IOException {
        write(line);

        assertThatThrownBy(() -> server(Map.of()))
                .isInstanceOf(UsageError.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void knows_itself_also_by_a_link(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("b3lb"), home);

        assertThat(folder.is(home.toString())).isTrue();
        assertThat(folder.is(link.toString())).isTrue();
        assertThat(folder.is(elsewhere.toString())).isFalse();
        assertThat(folder.is(home + "-that-is-not-here")).isFalse();
        assertThat(folder.is("\0")).isFalse();
    }
}
