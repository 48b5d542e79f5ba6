package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingCallbacksTest {

    private long now = 1;
    private long inDatabase = 7;
    private boolean away;
    private int asked;
    private final PendingCallbacks pending = new PendingCallbacks(this::count, () -> now);

    private long count() {
        asked++;
        if (away) {
            throw new IllegalStateException("away");
        }
        return inDatabase;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void the_database_is_asked_once_a_second_at_the_most() {
        pending.now();
        pass(Duration.ofMillis(900));
        inDatabase = 8;
        assertThat(pending.now().number()).isEqualTo(7);

        pass(Duration.ofMillis(200));

        assertThat(pending.now().number()).isEqualTo(8);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void while_the_database_is_away_the_last_number_stands_and_not_every_caller_waits() {
        pending.now();
        away = true;
        pass(Duration.ofSeconds(2));

        assertThat(pending.now().up()).isFalse();
        assertThat(pending.now().number()).isEqualTo(7);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_database_that_comes_back_is_seen() {
        away = true;
        assertThat(pending.now().up()).isFalse();
        away = false;
        pass(Duration.ofSeconds(2));

        assertThat(pending.now().up()).isTrue();
    }
}
