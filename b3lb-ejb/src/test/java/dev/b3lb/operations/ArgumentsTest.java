package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private final Arguments arguments =
            new Arguments(Map.of("slug", "a", "port", "8443", "load-multiplier", "1.5", "maintenance", "true"));

    @Test
    void values_have_their_types() {
        assertThat(arguments.text("slug")).isEqualTo("a");
        assertThat(arguments.optional("slug")).contains("a");
        assertThat(arguments.number("port")).contains(8443);
        assertThat(arguments.truth("maintenance")).contains(true);
    }

    @Test
    void what_is_not_given_is_empty() {
        assertThat(arguments.optional("tag")).isEmpty();
        assertThat(arguments.number("tag")).isEmpty();
        assertThat(arguments.truth("tag")).isEmpty();
    }

    @Test
    void setters_run_for_what_is_given_and_for_nothing_else() {
        List<Object> set = new ArrayList<>();
        arguments.ifText("slug", set::add);
        arguments.ifNumber("port", set::add);
        arguments.ifDecimal("load-multiplier", set::add);
        arguments.ifTruth("maintenance", set::add);
        arguments.ifText("tag", set::add);
        arguments.ifNumber("capacity", set::add);
        arguments.ifDecimal("factor", set::add);
        arguments.ifTruth("force", set::add);
        assertThat(set).containsExactly("a", 8443, 1.5, true);
    }

    @Test
    void are_a_copy_of_their_own() {
        Map<String, String> values = new HashMap<>(Map.of("slug", "a"));
        Arguments copy = new Arguments(values);
        values.put("slug", "b");
        assertThat(copy.text("slug")).isEqualTo("a");
    }
}
