package dev.b3lb.management;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    private static final Map<String, String> NODE = Map.of("slug", "bbb05", "secret", "s3cr3t", "cluster", "main");

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void takes_what_it_knows() {
        assertThatCode(() -> check("addnode", NODE)).doesNotThrowAnyException();
    }

    @Test
    void names_an_unknown_parameter_and_those_there_are() {
        refused("status", Map.of("colour", "red"), "status has no parameter colour; it takes none.");
        refused("poll", Map.of("colour", "red"), "poll has no parameter colour; it takes slug.");
    }

    @Test
    void names_a_missing_parameter_and_explains_it() {
        refused(
                "addnode",
                Map.of("slug", "bbb05", "secret", "s"),
                "addnode needs cluster: Name of an existing cluster.");
    }

    @Test
    void refuses_an_empty_value_of_a_required_parameter() {
        refused("addcluster", Map.of("name", " "), "name is empty.");
    }

    @Test
    void takes_an_empty_value_of_an_optional_text() {
        assertThatCode(() -> check("setnode", Map.of("slug", "bbb05", "tag", "")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999", "2147483648", "1e3", "0x10", " 1"})
    void refuses_what_is_no_whole_number(String value) {
        refused("setnode", Map.of("slug", "a", "port", value), "port must be a whole number, not '" + value + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1,5", "0x1p3", "1e999", "2d"})
    void refuses_what_is_no_number(String value) {
        refused(
                "addcluster",
                Map.of("name", "a", "meeting-factor", value),
                "meeting-factor must be a number, not '" + value + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "-2", "1e3", "30.0"})
    void takes_numbers(String value) {
        assertThatCode(() -> check("addcluster", Map.of("name", "a", "meeting-factor", value)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", ""})
    void refuses_what_is_neither_true_nor_false(String value) {
        refused(
                "maintenance",
                Map.of("slug", "a", "on", value),
                value.isEmpty() ? "on is empty." : "on must be true or false, not '" + value + "'.");
    }

    @Test
    void lists_the_allowed_values() {
        refused(
                "addcluster",
                Map.of("name", "a", "sha", "md5"),
                "sha must be one of sha1, sha256, sha384, sha512, not 'md5'.");
    }

    @Test
    void wants_exactly_one_of_a_choice() {
        refused("maintenance", Map.of("on", "true"), "maintenance needs exactly one of slug and cluster.");
        refused(
                "maintenance",
                Map.of("on", "true", "slug", "a", "cluster", "b"),
                "maintenance needs exactly one of slug and cluster.");
    }

    @Test
    void never_repeats_a_secret_value() {
        Parameter pin = new Parameter(
                "pin", Parameter.Type.INT, true, true, List.of(), Parameter.Range.ANY, Optional.empty(), "A number.");
        assertThatThrownBy(() -> pin.check("hunter2")).hasMessage("pin must be a whole number.");
    }

    private void refused(String operation, Map<String, String> arguments, String sentence) {
        assertThatThrownBy(() -> check(operation, arguments))
                .isInstanceOf(OperationRefused.class)
                .hasMessage(sentence);
    }

    private void check(String operation, Map<String, String> arguments) throws OperationRefused {
        catalogue.operation(operation).orElseThrow().check(arguments);
    }
}
