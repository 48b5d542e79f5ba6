package dev.b3lb.shell;

import static dev.b3lb.shell.SampleOperations.file;
import static dev.b3lb.shell.SampleOperations.operation;
import static dev.b3lb.shell.SampleOperations.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenArgumentsTest {

    @TempDir
    private Path folder;

    private final Operation login = operation(
            "login",
            parameter("name", true, false, List.of()),
            parameter("password", true, true, List.of()),
            parameter("secret2", false, true, List.of()));
    private final Operation upload = operation("upload", parameter("secret", true, true, List.of()), file("file", 5));

    @Test
    void are_taken_from_the_command_line() throws Exception {
        assertThat(read("", login, Map.of("name", "eve", "password", "s3", "secret2", "")))
                .isEqualTo(Map.of("password", "s3", "secret2", ""));
    }

    @Test
    void are_lines_of_standard_input_in_the_order_of_the_parameters() throws Exception {
        assertThat(read("one\r\n two \n", login, Map.of("secret2", "-", "password", "-")))
                .isEqualTo(Map.of("password", "one", "secret2", "two"));
    }

    @Test
    void may_be_the_rest_of_standard_input_behind_the_lines() throws Exception {
        assertThat(read("one\na\nb\n", upload, Map.of("secret", "-", "file", "-")))
                .isEqualTo(Map.of("secret", "one", "file", "a\nb\n"));
    }

    @Test
    void are_asked_for_when_they_are_needed_a_password_twice() throws Exception {
        SampleTerminal person = SampleTerminal.typing("typed");

        assertThat(read("", person, login, Map.of("name", "eve"))).isEqualTo(Map.of("password", "typed"));
        assertThat(person.asked).containsExactly("password twice");
        assertThat(read("", person, upload, Map.of())).isEqualTo(Map.of("secret", "typed"));
        assertThat(person.asked).containsExactly("password twice", "secret");
    }

    @Test
    void are_missed_with_a_hint_when_nobody_can_be_asked() {
        assertThatThrownBy(() -> read("", login, Map.of("name", "eve")))
                .isInstanceOf(UsageError.class)
                .hasMessage("login needs password: A value. Give --password - to have it read from standard input.");
    }

    @Test
    void are_missed_when_standard_input_ends() {
        assertThatThrownBy(() -> read("one\n", login, Map.of("password", "-", "secret2", "-")))
                .isInstanceOf(UsageError.class)
                .hasMessage("There is nothing on standard input for secret2.");
    }

    @Test
    void may_be_contents_of_files_up_to_a_size() throws Exception {
        Path small = Files.writeString(folder.resolve("small"), "12345");
        Path large = Files.writeString(folder.resolve("large"), "123456");

        assertThat(read("", upload, Map.of("secret", "s", "file", small.toString())))
                .containsEntry("file", "12345");
        for (Map.Entry<String, String> tooMuch :
                Map.of("", large.toString(), "123456", "-").entrySet()) {
            assertThatThrownBy(() -> read(tooMuch.getKey(), upload, Map.of("secret", "s", "file", tooMuch.getValue())))
                    .isInstanceOf(OperationRefused.class)
                    .hasMessageEndingWith("has more than 5 bytes, which are the most.");
        }
    }

    private Map<String, String> read(String input, Operation operation, Map<String, String> arguments)
            throws UsageError, OperationRefused {
        return read(input, SampleTerminal.nobody(), operation, arguments);
    }

    private Map<String, String> read(
            String input, Terminal terminal, Operation operation, Map<String, String> arguments)
            throws UsageError, OperationRefused {
        StandardInput in = new StandardInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> texts = new TreeMap<>();
        new HiddenArguments(in, terminal)
                .read(operation, arguments)
                .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
