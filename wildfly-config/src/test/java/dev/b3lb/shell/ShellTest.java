package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void lists_every_operation_without_a_server() {
        assertThat(run("", "--help")).isZero();
        assertThat(Catalogue.load().operations())
                .allSatisfy(operation ->
                        assertThat(out.toString(StandardCharsets.UTF_8)).contains("  " + operation.name() + " "));
    }

    @Test
    void explains_an_operation_without_a_server() {
        assertThat(run("", "addnode", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("b3lb.sh addnode SLUG DOMAIN SECRET CLUSTER", "--load-multiplier", "--secret TEXT");
    }

    @Test
    void ends_with_2_and_one_line_when_it_does_not_understand() {
        assertThat(run("", "addnode", "--slug", "a", "--secret", "s")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void ends_with_2_when_standard_input_holds_no_secret() {
        assertThat(run("", "addnode", "a", "b", "-", "c")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard input");
    }

    @Test
    void ends_with_3_and_one_line_when_no_server_answers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(run("", "status", "--controller", "127.0.0.1:" + port)).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("No server answers at 127.0.0.1:" + port);
    }

    @Test
    void explains_that_a_file_is_wanted() {
        assertThat(run("", "setasset", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("b3lb.sh setasset TENANT-SLUG KIND FILE", "--file FILE", "--kind slide|logo|css");
    }

    @Test
    void ends_with_2_when_there_is_no_such_file() {
        assertThat(run(
                        "",
                        "setasset",
                        "ACME",
                        "logo",
                        folder.resolve("none.png").toString()))
                .isEqualTo(2);
        assertThat(run("", "setasset", "ACME", "logo", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("There is no file " + folder));
    }

    @Test
    void ends_with_1_when_a_file_is_too_large_or_empty() throws IOException {
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((10 << 20) + 1);
        }
        Path empty = Files.createFile(folder.resolve("empty.pdf"));

        assertThat(run("", "setasset", "ACME", "slide", large.toString())).isEqualTo(1);
        assertThat(run("", "setasset", "ACME", "slide", empty.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(large + " has more than 10,485,760 bytes, which are the most.", empty + " is empty.");
    }

    @Test
    void ends_with_2_before_it_asks_a_server_when_the_file_for_the_reply_is_taken() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThat(run("", "status", "--controller", "127.0.0.1:1", "--output", taken.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--overwrite");
    }

    @Test
    void shows_operations_by_what_they_are_about() {
        assertThat(run("", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains("Clusters:", "Nodes:", "The whole configuration:");
    }

    private int run(String input, String... words) {
        Shell shell = new Shell(
                new OwnFolder(folder),
                new StandardInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
                SampleTerminal.nobody(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return shell.run(List.of(words), Map.of());
    }
}
