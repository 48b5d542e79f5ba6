package dev.b3lb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @Test
    void a_host_alone_has_the_usual_port_and_the_first_database() {
        RedisAddress address = RedisAddress.parse("redis://cache.example");
        assertThat(address.server()).isEqualTo(URI.create("redis://cache.example:6379"));
        assertThat(address.user()).isEmpty();
        assertThat(address.password()).isEmpty();
        assertThat(address.database()).isZero();
    }

    @Test
    void everything_may_be_given() {
        RedisAddress address = RedisAddress.parse("rediss://me:pw@cache.example:7000/3");
        assertThat(address.server()).isEqualTo(URI.create("rediss://cache.example:7000"));
        assertThat(address.user()).contains("me");
        assertThat(address.password()).contains("pw");
        assertThat(address.database()).isEqualTo(3);
    }

    @Test
    void a_password_needs_no_user() {
        RedisAddress address = RedisAddress.parse("redis://:pw@cache.example/");
        assertThat(address.user()).isEmpty();
        assertThat(address.password()).contains("pw");
    }

    @Test
    void user_and_password_are_percent_decoded_and_a_plus_stays_a_plus() {
        RedisAddress address = RedisAddress.parse("redis://m%40e:p%3Aw%2F+%25:x@cache.example");
        assertThat(address.user()).contains("m@e");
        assertThat(address.password()).contains("p:w/+%:x");
    }

    @Test
    void an_address_of_ip_6_is_one() {
        assertThat(RedisAddress.parse("redis://[::1]:6380").server()).isEqualTo(URI.create("redis://[::1]:6380"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cache.example",
                "http://cache.example",
                "redis:///0",
                "redis://host/one",
                "redis://host/-1",
                "redis://host/1/2",
                "redis://host/0?x=y",
                "redis://host/0#x",
                "redis://:p%w@host",
                "redis://:p w@host"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisAddress.parse(text))
                .withMessage("redis://:password@host:port/number is wanted");
    }

    @Test
    void never_shows_the_password() {
        assertThat(RedisAddress.parse("redis://me:hidden@cache.example/2")).hasToString("redis://cache.example:6379/2");
    }
}
