package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    private static LoginAttempt ada(String address) {
        return LoginAttempt.byPassword("ada", address);
    }

    private void fail(LoginAttempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(attempt);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void after_five_failures_a_name_has_to_pause_at_its_address() {
        fail(ada("192.0.2.1"), 4);
        assertThat(throttle.pause(ada("192.0.2.1"))).isEmpty();

        fail(ada("192.0.2.1"), 1);

        assertThat(throttle.pause(ada("192.0.2.1"))).contains(Duration.ofMinutes(15));
        assertThat(throttle.pause(LoginAttempt.byPassword("ADA", "192.0.2.1"))).isPresent();
        assertThat(throttle.pause(ada("192.0.2.2"))).isEmpty();
        assertThat(throttle.pause(LoginAttempt.byPassword("bob", "192.0.2.1"))).isEmpty();
    }

    @Test
    void the_pause_ends_a_quarter_of_an_hour_after_the_first_failure() {
        fail(ada("192.0.2.1"), 1);
        pass(Duration.ofMinutes(10));
        fail(ada("192.0.2.1"), 9);
        assertThat(throttle.pause(ada("192.0.2.1"))).contains(Duration.ofMinutes(5));

        pass(Duration.ofMinutes(5));

        assertThat(throttle.pause(ada("192.0.2.1"))).isEmpty();
        fail(ada("192.0.2.1"), 4);
        assertThat(throttle.pause(ada("192.0.2.1"))).isEmpty();
    }

    @Test
    void twenty_failures_of_many_names_pause_an_address() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.pause(LoginAttempt.byPassword("new", "192.0.2.1")))
                    .isEmpty();
            fail(LoginAttempt.byPassword("name" + i, "192.0.2.1"), 1);
        }

        assertThat(throttle.pause(LoginAttempt.byPassword("new", "192.0.2.1"))).isPresent();
        assertThat(throttle.pause(LoginAttempt.byPassword("new", "192.0.2.2"))).isEmpty();
    }

    @Test
    void a_hundred_failures_from_many_addresses_pause_a_name() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.pause(ada("198.51.100.1"))).isEmpty();
            fail(ada("192.0.2." + i), 1);
        }

        assertThat(throttle.pause(ada("198.51.100.1"))).isPresent();
    }

    private void lockOut() {
        for (int i = 0; i < 110; i++) {
            fail(ada("192.0.2." + i), 1);
        }
        assertThat(throttle.pause(ada("198.51.100.99"))).isPresent();
    }

    @Test
    void failures_elsewhere_do_not_keep_a_name_out_where_it_logged_in_of_late() {
        throttle.succeeded(ada("198.51.100.1"));
        throttle.succeeded(ada("2001:db8:1:2::1"));

        lockOut();

        assertThat(throttle.pause(ada("198.51.100.1"))).isEmpty();
        assertThat(throttle.pause(LoginAttempt.byPassword("ADA", "2001:db8:1:2::2")))
                .isEmpty();
        assertThat(throttle.pause(ada("2001:db8:1:3::1"))).isPresent();
        assertThat(throttle.pause(ada("198.51.100.2"))).isPresent();
    }

    @Test
    void where_a_name_logged_in_of_late_the_bounds_of_that_network_hold_all_the_same() {
        throttle.succeeded(ada("198.51.100.1"));
        lockOut();

        fail(ada("198.51.100.1"), 5);

        assertThat(throttle.pause(ada("198.51.100.1"))).isPresent();
    }

    @Test
    void a_network_is_familiar_to_the_name_that_logged_in_there_and_to_no_other() {
        throttle.succeeded(LoginAttempt.byPassword("bob", "198.51.100.1"));
        throttle.succeeded(LoginAttempt.byToken("198.51.100.1"));

        lockOut();

        assertThat(throttle.pause(ada("198.51.100.1"))).isPresent();
    }

    @Test
    void failures_where_a_name_is_familiar_count_for_no_other_network() {
        for (int i = 0; i < 8; i++) {
            throttle.succeeded(ada("198.51.100." + i));
            fail(ada("198.51.100." + i), 5);
        }
        for (int i = 0; i < 99; i++) {
            fail(ada("192.0.2." + i), 1);
        }

        assertThat(throttle.pause(ada("203.0.113.1"))).isEmpty();
    }

    @Test
    void a_network_is_forgotten_after_a_week_without_a_log_in() {
        throttle.succeeded(ada("198.51.100.1"));
        throttle.succeeded(ada("198.51.100.2"));
        pass(Duration.ofDays(4));
        throttle.succeeded(ada("198.51.100.1"));
        pass(Duration.ofDays(4));

        lockOut();

        assertThat(throttle.pause(ada("198.51.100.1"))).isEmpty();
        assertThat(throttle.pause(ada("198.51.100.2"))).isPresent();
    }

    @Test
    void of_many_networks_of_a_name_the_last_eight_are_remembered() {
        for (int i = 1; i <= 9; i++) {
            throttle.succeeded(ada("198.51.100." + i));
        }

        lockOut();

        assertThat(throttle.pause(ada("198.51.100.1"))).isPresent();
        assertThat(throttle.pause(ada("198.51.100.2"))).isEmpty();
        assertThat(throttle.pause(ada("198.51.100.9"))).isEmpty();
    }

    @Test
    void success_forgets_the_slips_of_that_name_at_that_address() {
        fail(ada("192.0.2.1"), 4);

        throttle.succeeded(ada("192.0.2.1"));

        fail(ada("192.0.2.1"), 4);
        assertThat(throttle.pause(ada("192.0.2.1"))).isEmpty();
    }

    @Test
    void success_does_not_clear_an_address() {
        for (int i = 0; i < 20; i++) {
            fail(LoginAttempt.byPassword("name" + i, "192.0.2.1"), 1);
            throttle.succeeded(ada("192.0.2.1"));
        }

        assertThat(throttle.pause(ada("192.0.2.1"))).isPresent();
    }

    @Test
    void who_has_one_ipv6_address_has_those_beside_it_too() {
        for (int i = 0; i < 5; i++) {
            fail(ada("2001:db8:1:2::" + i), 1);
        }

        assertThat(throttle.pause(ada("2001:db8:1:2:ffff::1"))).isPresent();
        assertThat(throttle.pause(ada("2001:db8:1:3::1"))).isEmpty();
    }

    @Test
    void wrong_tokens_keep_nobody_with_a_password_away() {
        fail(LoginAttempt.byToken("192.0.2.1"), 50);

        assertThat(throttle.pause(ada("192.0.2.1"))).isEmpty();
        assertThat(throttle.pause(LoginAttempt.byToken("192.0.2.1"))).isPresent();
    }
}
