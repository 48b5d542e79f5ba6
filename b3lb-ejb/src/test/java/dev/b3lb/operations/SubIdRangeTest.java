package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubIdRangeTest {

    @ParameterizedTest
    @CsvSource({"5, 5, 5", "005, 5, 5", "0-5, 0, 5", "' 7-7 ', 7, 7", "0-999, 0, 999"})
    void is_a_number_or_two_with_a_hyphen(String text, int first, int last) {
        assertThat(SubIdRange.parse(text)).isEqualTo(new SubIdRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "5-", "-5", "5-4", "1000", "0-1000", "1,2", "1 - 2", "a", "1-2-3", "+1", "٣"})
    void anything_else_is_refused_with_a_sentence(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> SubIdRange.parse(text))
                .withMessage("sub-id is a number from 0 to 999, or two with a hyphen between: 0-5.");
    }

    @Test
    void holds_all_from_the_first_to_the_last() {
        assertThat(SubIdRange.parse("3-6").subIds()).containsExactly(3, 4, 5, 6);
    }
}
