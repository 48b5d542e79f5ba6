package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedSizeTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "15, 15", "16, 16", "17, 16", "500, 16", "0, 16", "-5, 16", "2147483647, 16"})
    void a_limit_counts_only_where_it_is_lower_than_the_usual_size(int maxParticipants, int expected) {
        assertThat(ExpectedSize.of(OptionalInt.of(maxParticipants))).isEqualTo(expected);
    }

    @Test
    void without_a_limit_it_is_the_usual_size() {
        assertThat(ExpectedSize.of(OptionalInt.empty())).isEqualTo(16);
    }
}
