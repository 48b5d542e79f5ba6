package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseContactTest {

    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(2).toNanos());
    private final DatabaseContact contact = new DatabaseContact(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void nothing_is_up_before_it_has_answered() {
        assertThat(contact.up()).isFalse();
        assertThat(contact.sinceAnswer()).isEmpty();
    }

    @Test
    void it_is_up_for_five_seconds_after_an_answer() {
        contact.answered(contact.begin());
        assertThat(contact.up()).isTrue();
        assertThat(contact.sinceAnswer()).contains(Duration.ZERO);

        pass(Duration.ofMillis(4_999));
        assertThat(contact.up()).isTrue();
        assertThat(contact.sinceAnswer()).contains(Duration.ofMillis(4_999));

        pass(Duration.ofMillis(1));
        assertThat(contact.up()).isFalse();
        assertThat(contact.sinceAnswer()).contains(Duration.ofSeconds(5));
    }

    @Test
    void the_next_answer_makes_it_up_again() {
        contact.answered(contact.begin());
        pass(Duration.ofHours(1));

        contact.answered(contact.begin());

        assertThat(contact.up()).isTrue();
        assertThat(contact.sinceAnswer()).contains(Duration.ZERO);
    }
}
