package dev.b3lb.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseChecksTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private static DatabaseChecks.Answer answer(int number, Instant now, Duration roundTrip) {
        return new DatabaseChecks.Answer(number, "x", now, NOW, roundTrip);
    }

    @Test
    void an_old_or_slow_database_is_told() {
        assertThat(answer(140_000, NOW, Duration.ofMillis(2)).finding().ok()).isTrue();
        assertThat(answer(130_012, NOW, Duration.ofMillis(2)).finding().words()).contains("too old");
        assertThat(answer(140_000, NOW, Duration.ofMillis(200)).finding().words())
                .contains("slow");
    }

    @Test
    void clocks_are_compared_at_the_middle_of_the_round_trip() {
        Duration trip = Duration.ofSeconds(2);
        assertThat(answer(140_000, NOW.plusSeconds(1), trip).difference()).isZero();
        assertThat(answer(140_000, NOW.plusSeconds(11), trip).clock().words()).contains("10000 ms behind");
        assertThat(answer(140_000, NOW.minusSeconds(9), trip).clock())
                .returns(false, Finding::ok)
                .extracting(Finding::words)
                .asString()
                .contains("10000 ms ahead of");
        assertThat(answer(140_000, NOW.plusSeconds(5), trip).clock().ok()).isTrue();
    }
}
