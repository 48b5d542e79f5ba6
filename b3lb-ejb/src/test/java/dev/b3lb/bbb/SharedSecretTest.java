package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

    /** Blank, tab, line ends, NBSP, ideographic space, zero-width ones, BOM, soft hyphen, controls, bidi marks, fillers. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', '\r', 0, 7, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x1680, 0x180E, 0x2007, 0x200B, 0x200D,
                0x200F, 0x2028, 0x202E, 0x202F, 0x2060, 0x2800, 0x3000, 0x3164, 0xD800, 0xE000, 0xFE0F, 0xFEFF, 0xE0001,
                0xE0100
            })
    void what_nobody_sees_is_taken_off_the_ends_and_told_inside(int codePoint) {
        String odd = Character.toString(codePoint);

        assertThat(SharedSecret.trimmed(odd + odd + "s3-c.r_et" + odd)).isEqualTo("s3-c.r_et");
        assertThat(SharedSecret.trimmed("s3" + odd + "t")).isEqualTo("s3" + odd + "t");
        assertThat(SharedSecret.trimmed(odd)).isEmpty();
        assertThat(SharedSecret.isVisible("s3" + odd + "t")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8cd8ef52e8e101574e400365b55e11a6", "a", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "grün-🔑-鍵"})
    void what_can_be_seen_stays(String secret) {
        assertThat(SharedSecret.trimmed(secret)).isEqualTo(secret);
        assertThat(SharedSecret.isVisible(secret)).isTrue();
    }

    @Test
    void a_long_text_takes_no_long_time() {
        String odd = "a" + "\u200B".repeat(1 << 20) + "b" + " ".repeat(1 << 20);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(SharedSecret.trimmed(odd))
                .endsWith("b"));
    }
}
