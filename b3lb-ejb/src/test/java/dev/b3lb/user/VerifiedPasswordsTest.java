package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private final AtomicLong now = new AtomicLong();
    private final VerifiedPasswords verified = new VerifiedPasswords(new Random(1), now::get);
    private final KnownUser ada = user(1, 0, "hash");

    private static KnownUser user(int id, int version, String hash) {
        return new KnownUser(new UUID(0, id), version, "ada", hash, Set.of(AdminRole.ADMIN), true);
    }

    @Test
    void holds_what_was_right_and_nothing_else() {
        verified.remember(ada, "right");

        assertThat(verified.holds(ada, "right")).isTrue();
        assertThat(verified.holds(ada, "wrong")).isFalse();
        assertThat(verified.holds(user(2, 0, "hash"), "right")).isFalse();
    }

    @Test
    void forgets_after_a_minute() {
        verified.remember(ada, "right");
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(verified.holds(ada, "right")).isTrue();

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(verified.holds(ada, "right")).isFalse();
    }

    @Test
    void a_user_who_was_changed_is_another_user() {
        verified.remember(ada, "right");

        assertThat(verified.holds(user(1, 1, "hash"), "right")).isFalse();
        assertThat(verified.holds(user(1, 0, "other"), "right")).isFalse();
    }
}
