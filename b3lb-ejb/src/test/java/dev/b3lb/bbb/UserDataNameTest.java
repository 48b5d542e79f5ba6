package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataNameTest {

    @ParameterizedTest
    @CsvSource({
        "userdata-bbb_color, bbb_color",
        "userdataX-bbb_color, bbb_color",
        "userdata of mine-a, a",
        "userdata_-a, a",
        "userdata-a-, a",
        "userdata-a---, a",
        "userdataX-my key, my key",
        "userdata-<x>, <x>",
    })
    void it_stands_behind_the_only_hyphen(String parameter, String name) {
        assertThat(UserDataName.ofParameter(parameter)).contains(name);
        assertThat(parameter.split("-")).hasSize(2).endsWith(name);
        assertThat(ParameterName.asRead(parameter)).isEqualTo("userdata-" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userdata",
                "userdata-",
                "userdata--",
                "userdata--a",
                "userdata-a-b",
                "xuserdata-a",
                "Userdata-a"
            })
    void other_parameters_are_none(String parameter) {
        assertThat(UserDataName.ofParameter(parameter)).isEmpty();
        assertThat(ParameterName.asRead(parameter)).isEqualTo(parameter);
    }
}
