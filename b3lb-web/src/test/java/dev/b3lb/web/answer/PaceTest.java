package dev.b3lb.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = 1_000;
    private final Pace pace = new Pace(() -> now);

    @Test
    void a_minute_may_go_by_without_a_byte() {
        pass(Duration.ofSeconds(59));
        assertThat(pace.isTooSlow()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void whoever_keeps_up_the_least_pace_may_take_as_long_as_it_takes() {
        for (int second = 0; second < 1_000; second++) {
            pace.fetched(17 << 10);
            pass(Duration.ofSeconds(1));
            assertThat(pace.isTooSlow()).isFalse();
        }
    }

    @Test
    void a_byte_now_and_then_is_not_enough() {
        for (int second = 0; second < 100; second++) {
            pace.fetched(10);
            pass(Duration.ofSeconds(1));
        }
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void each_time_that_something_is_left_the_minute_begins_anew() {
        pass(Duration.ofMinutes(10));
        pace.begin();
        assertThat(pace.isTooSlow()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
