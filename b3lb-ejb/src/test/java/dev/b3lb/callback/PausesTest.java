package dev.b3lb.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 15", "4, 60", "5, 60", "1000, 60"})
    void grow_up_to_an_hour(int attempts, int minutes) {
        assertThat(Pauses.after(attempts)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
