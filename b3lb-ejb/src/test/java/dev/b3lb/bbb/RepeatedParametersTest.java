package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedParametersTest {

    @ParameterizedTest
    @CsvSource({
        "a=1&b=2&a=1, a",
        "a=1&a=2, a",
        "a=1&%20a=2, a",
        "a=1&a%00=2, a",
        "meta_Key=1&meta_key=2, meta_key",
        "userdata-a=1&userdataX-a=2, userdataX-a",
        "userdata-a=1&userdata-a-=2, userdata-a-",
        "name=x&meta_A-b=1&meta_a-B=2&name=y, meta_a-B",
        "a%27%3Cb%3E%26%22%C3%A4=1&a%27%3Cb%3E%26%22%C3%A4=2, a??b????",
    })
    void the_first_repeated_one_is_named(String query, String name) {
        assertThat(RepeatedParameters.check(QueryParameters.parse(query)))
                .contains(BbbError.validationError("The parameter '" + name + "' must not be given more than once"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1&b=1", "a=1&A=1", "meta_a=1&a=1", "userdata-a=1&userdata-A=1"})
    void different_names_may_be_alike(String query) {
        assertThat(RepeatedParameters.check(QueryParameters.parse(query))).isEmpty();
    }

    @Test
    void a_long_name_is_cut() {
        String name = "n".repeat(10_000);
        BbbError error = RepeatedParameters.check(QueryParameters.parse(name + "=1&" + name + "=2"))
                .orElseThrow();
        assertThat(error.message())
                .isEqualTo("The parameter '" + "n".repeat(60) + "...' must not be given more than once");
    }
}
