package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

    @ParameterizedTest
    @CsvSource({"-5, 8", "0, 8", "29, 8", "30, 8", "45, 4", "59, 0.2667", "60, 0", "3600, 0"})
    void who_is_not_seen_is_waited_for_half_a_minute_and_then_less_and_less(long seconds, double remaining) {
        assertThat(Arrivals.remaining(8, Duration.ofSeconds(seconds))).isCloseTo(remaining, within(1e-4));
    }

    @Property
    void as_time_passes_nobody_is_added(
            @ForAll @IntRange(max = Arrivals.MOST) int coming,
            @ForAll @IntRange(max = 90_000) int age,
            @ForAll @IntRange(max = 90_000) int later) {
        double before = Arrivals.remaining(coming, Duration.ofMillis(age));
        double after = Arrivals.remaining(coming, Duration.ofMillis((long) age + later));
        assertThat(after).isBetween(0.0, before);
        assertThat(before).isLessThanOrEqualTo(coming);
    }
}
