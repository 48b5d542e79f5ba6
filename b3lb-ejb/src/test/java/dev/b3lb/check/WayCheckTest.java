package dev.b3lb.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayCheckTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private static String validFor(Duration time) {
        return WayCheck.validity(Optional.of(NOW.plus(time)), NOW);
    }

    @Test
    void a_certificate_that_ends_within_two_weeks_is_a_warning() {
        assertThat(validFor(Duration.ofDays(13)))
                .startsWith("Warning: ")
                .contains("13 more days only")
                .contains("2030-01-14");
        assertThat(validFor(Duration.ofDays(14))).doesNotContain("Warning").contains("2030-01-15");
    }
}
