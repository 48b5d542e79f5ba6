package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {

    @Test
    void skips_blank_lines_and_comments() throws WrongSetting {
        assertThat(parse("", "  ", "# A=1", "  # B=2", "C=3")).isEqualTo(Map.of("C", "3"));
    }

    @Test
    void ignores_white_space_around_names_and_values() throws WrongSetting {
        assertThat(parse(" A = 1 ", "export B=2\r")).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void takes_quotes_off() throws WrongSetting {
        assertThat(parse("A='1 '", "B=\" 2\"", "C=''", "D=")).isEqualTo(Map.of("A", "1 ", "B", " 2", "C", "", "D", ""));
    }

    @Test
    void evaluates_nothing() throws WrongSetting {
        String value = "$HOME`id`$(id)${x}\\n#not a comment & more; 'in' \"between\" =";
        assertThat(parse("A=" + value)).isEqualTo(Map.of("A", value));
    }

    @Test
    void takes_the_later_of_two_values() throws WrongSetting {
        assertThat(parse("A=1", "A=2")).isEqualTo(Map.of("A", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1A=2", "=x", "A-B=1", "A B=1"})
    void names_the_line_that_it_cannot_read(String line) {
        assertThatThrownBy(() -> parse("X=1", line))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("Line 2 of b3lb.env is not of the form NAME=VALUE.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"secret", "A='secret\"", "A='"})
    void refuses_quotes_that_are_not_closed_without_showing_the_value(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("secret");
    }

    private static Map<String, String> parse(String... lines) throws WrongSetting {
        return EnvFile.parse("b3lb.env", List.of(lines));
    }
}
