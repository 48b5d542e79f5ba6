package dev.b3lb.shell;

import static dev.b3lb.shell.SampleOperations.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

class ReplyTextTest {

    @Test
    void is_json_that_ends_with_its_line() {
        assertThat(text("{\"a\":1}", false)).isEqualTo("{\n  \"a\": 1\n}\n");
    }

    @Test
    void is_a_document_as_it_is() {
        assertThat(text("{\"document\":\"a: 1\\nb: ü\\n\"}", false)).isEqualTo("a: 1\nb: ü\n");
        assertThat(text("{\"document\":\"a: 1\"}", false)).isEqualTo("a: 1\n");
    }

    @Test
    void is_json_when_there_is_more_than_a_document() {
        assertThat(text("{\"document\":\"x\",\"b\":1}", false)).startsWith("{\n");
        assertThat(text("{\"document\":{\"b\":1}}", false)).startsWith("{\n");
    }

    @Test
    void is_nothing_at_all_for_an_empty_list_as_a_table() {
        assertThat(text("[]", true)).isEmpty();
    }

    private static String text(String json, boolean asTable) {
        CommandLine.Call call = new CommandLine.Call(
                operation("any"),
                Map.of(),
                new Server("localhost", 1, Optional.empty(), Optional.empty()),
                Duration.ofSeconds(1),
                new CommandLine.Form(asTable, Optional.empty(), false),
                false);
        return ReplyText.of(ModelNode.fromJSONString(json), call, OptionalInt.empty());
    }
}
