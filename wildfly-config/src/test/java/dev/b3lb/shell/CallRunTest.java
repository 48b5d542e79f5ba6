package dev.b3lb.shell;

import static dev.b3lb.shell.SampleOperations.operation;
import static dev.b3lb.shell.SampleOperations.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

class CallRunTest {

    private final Operation change = operation(
            "change",
            parameter("dry-run", false, false, List.of()),
            parameter("configuration-version", false, false, List.of()));
    private final List<Map<String, String>> calls = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shows_a_person_what_would_change_and_then_changes_just_that() throws Exception {
        SampleTerminal person = SampleTerminal.saying(true);

        ModelNode reply = run(change, Map.of(), false, person);

        assertThat(person.asked).containsExactly("Apply?");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("configuration-version", "7");
        assertThat(calls).containsExactly(Map.of("dry-run", "true"), Map.of("configuration-version", "7"));
        assertThat(reply.get("call").asInt()).isEqualTo(2);
    }

    @Test
    void changes_nothing_when_the_person_does_not_agree() {
        assertThatThrownBy(() -> run(change, Map.of(), false, SampleTerminal.saying(false)))
                .isInstanceOf(OperationRefused.class)
                .hasMessage("Nothing was changed.");
        assertThat(calls).containsExactly(Map.of("dry-run", "true"));
    }

    @Test
    void asks_nobody_who_has_agreed_or_decided_or_is_not_there() throws Exception {
        run(change, Map.of(), true, SampleTerminal.saying(false));
        run(change, Map.of("dry-run", "false"), false, SampleTerminal.saying(false));
        run(change, Map.of(), false, SampleTerminal.nobody());

        assertThat(calls).containsExactly(Map.of(), Map.of("dry-run", "false"), Map.of());
    }

    @Test
    void asks_only_about_what_can_be_shown() throws Exception {
        run(operation("other"), Map.of(), false, SampleTerminal.saying(false));

        assertThat(calls).containsExactly(Map.of());
    }

    private ModelNode run(Operation operation, Map<String, String> arguments, boolean agreed, Terminal terminal)
            throws OperationRefused, Unreachable {
        CommandLine.Call call = new CommandLine.Call(
                operation,
                arguments,
                new Server("localhost", 1, Optional.empty(), Optional.empty()),
                Duration.ofSeconds(1),
                new CommandLine.Form(false, Optional.empty(), false),
                agreed);
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CallRun(call, this::answer, terminal, stream).reply(Map.of());
    }

    private ModelNode answer(Operation operation, Map<String, String> arguments, Map<String, byte[]> hidden) {
        calls.add(Map.copyOf(arguments));
        ModelNode reply = new ModelNode();
        reply.get("configuration-version").set(7);
        reply.get("call").set(calls.size());
        return reply;
    }
}
