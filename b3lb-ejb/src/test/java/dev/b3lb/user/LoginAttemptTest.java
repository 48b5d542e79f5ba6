package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginAttemptTest {

    @Test
    void its_text_is_one_short_line_whatever_the_name_is() {
        String text = LoginAttempt.byPassword("a\r\nb\u001b[31m\u2028\u202e" + "x".repeat(10_000), "192.0.2.1")
                .toString();

        assertThat(text).startsWith("'ab[31mxxx").endsWith("' from 192.0.2.1").hasSizeLessThan(150);
    }

    @Test
    void a_token_has_no_name() {
        assertThat(LoginAttempt.byToken("192.0.2.1")).hasToString("a token from 192.0.2.1");
    }
}
