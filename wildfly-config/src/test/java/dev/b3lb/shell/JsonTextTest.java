package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void puts_each_value_on_a_line_of_its_own() {
        String json = "{\"a\":1,\"b\":[true,null,1.5],\"c\":{\"d\":\"x\"}}";

        assertThat(print(json)).isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            true,
                            null,
                            1.5
                          ],
                          "c": {
                            "d": "x"
                          }
                        }""");
    }

    @Test
    void keeps_empty_things_short() {
        assertThat(print("{\"a\":[],\"b\":{}}")).isEqualTo("{\n  \"a\": [],\n  \"b\": {}\n}");
        assertThat(print("[]")).isEqualTo("[]");
    }

    @Test
    void escapes_what_json_or_a_terminal_would_take_for_a_command() {
        ModelNode text = new ModelNode("a\"b\\c/\nd\u001b[2J\u0085ü");

        assertThat(JsonText.of(text)).isEqualTo("\"a\\\"b\\\\c/\\nd\\u001b[2J\\u0085ü\"");
    }

    @Test
    void prints_what_can_be_read_again() {
        String json = "{\"a\":\"\\u0000\\t\\\"\",\"b\":[{\"c\":12345678901}]}";

        assertThat(ModelNode.fromJSONString(print(json))).isEqualTo(ModelNode.fromJSONString(json));
    }

    private static String print(String json) {
        return JsonText.of(ModelNode.fromJSONString(json));
    }
}
