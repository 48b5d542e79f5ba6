package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastSuccessTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LastSuccess success = new LastSuccess(now::get);

    @Test
    void what_never_worked_has_no_age() {
        assertThat(success.age()).isEmpty();
        assertThat(success.within(Duration.ofDays(1))).isFalse();
    }

    /** A monotonic clock may begin anywhere. */
    @Test
    void the_age_is_right_when_the_clock_overflows() {
        success.happened();
        now.addAndGet(SECOND.toNanos());

        assertThat(success.age()).contains(SECOND);
        assertThat(success.within(SECOND)).isFalse();
        assertThat(success.within(SECOND.plusNanos(1))).isTrue();
    }

    @Test
    void only_the_last_time_counts() {
        success.happened();
        now.addAndGet(SECOND.toNanos());
        success.happened();
        now.addAndGet(7);

        assertThat(success.age()).contains(Duration.ofNanos(7));
    }
}
