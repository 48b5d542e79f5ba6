package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow at any time
    private final Deadline deadline = new Deadline(clock::get, SECOND);

    @Test
    void passes_when_the_time_is_up() {
        assertThat(deadline.passed()).isFalse();
        clock.addAndGet(SECOND.toNanos() - 1);
        assertThat(deadline.passed()).isFalse();
        clock.addAndGet(1);
        assertThat(deadline.passed()).isTrue();
        clock.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(deadline.passed()).isTrue();
    }

    @Test
    void is_near_when_less_than_a_second_is_left() {
        Deadline later = new Deadline(clock::get, Duration.ofSeconds(3));
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(later.near()).isFalse();
        clock.addAndGet(1);
        assertThat(later.near()).isTrue();
    }

    @Test
    void gives_no_more_than_the_limit() {
        assertThat(deadline.leftOf(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void gives_no_more_than_what_is_left() {
        clock.addAndGet(Duration.ofMillis(900).toNanos());
        assertThat(deadline.leftOf(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void gives_a_millisecond_when_nothing_is_left() {
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(deadline.leftOf(SECOND)).isEqualTo(Duration.ofMillis(1));
    }
}
