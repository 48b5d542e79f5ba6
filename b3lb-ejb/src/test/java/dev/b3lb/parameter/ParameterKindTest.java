package dev.b3lb.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterKindTest {

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, true",
        "BOOLEAN, false",
        "NUMBER, 0",
        "NUMBER, 999999999",
        "COLOUR, #00fFa9",
        "URL, https://example.org/a?b=c&d=%20#e",
        "URL, http://localhost:8080",
        "LOCALE, de",
        "LOCALE, pt-BR",
        "LOCALE, zh_TW",
        "LOCALE, sr-Latn-RS",
        "CAMERA_PROFILE, hd",
        "CAMERA_PROFILE, low-u8",
        "GUEST_POLICY, ASK_MODERATOR",
        "GUEST_POLICY, ALWAYS_ACCEPT_AUTH",
        "ROLE, VIEWER",
        "ROLE, moderator",
        "LAYOUT, SMART_LAYOUT",
        "LAYOUT, CAMERAS_ONLY",
        "AUDIO_BRIDGE, sipjs",
        "AUDIO_BRIDGE, fullaudio",
        "MEDIA_BRIDGE, bbb-webrtc-sfu",
        "TEXT, ''",
        "TEXT, Grüße 😀",
    })
    void takes_what_bbb_understands(ParameterKind kind, String value) {
        assertThat(kind.accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, yes",
        "BOOLEAN, TRUE",
        "BOOLEAN, ''",
        "NUMBER, -1",
        "NUMBER, 1.5",
        "NUMBER, 1000000000",
        "NUMBER, ''",
        "COLOUR, red",
        "COLOUR, #fff",
        "COLOUR, #00ffax",
        "URL, ftp://example.org",
        "URL, https://",
        "URL, //example.org",
        "URL, https://example.org/a b",
        "URL, javascript:alert(1)",
        "LOCALE, german",
        "LOCALE, de-",
        "CAMERA_PROFILE, a b",
        "GUEST_POLICY, ask_moderator",
        "ROLE, ADMIN",
        "LAYOUT, smart",
        "AUDIO_BRIDGE, kurento",
        "MEDIA_BRIDGE, LiveKit",
    })
    void refuses_what_bbb_does_not(ParameterKind kind, String value) {
        assertThat(kind.accepts(value)).isFalse();
    }

    @Test
    void a_text_may_have_lines_but_no_other_control_characters_and_has_an_end() {
        assertThat(ParameterKind.TEXT.accepts("a\n\tb\r\n")).isTrue();
        assertThat(ParameterKind.TEXT.accepts("a\u0000b")).isFalse();
        assertThat(ParameterKind.TEXT.accepts("a\u0085b")).isFalse();
        assertThat(ParameterKind.TEXT.accepts("a\uD800b")).isFalse();
        assertThat(ParameterKind.TEXT.accepts("a\uFFFFb")).isFalse();
        assertThat(ParameterKind.URL.accepts("https://example.org/\uFFFE")).isFalse();
        assertThat(ParameterKind.TEXT.accepts("x".repeat(4000))).isTrue();
        assertThat(ParameterKind.TEXT.accepts("x".repeat(4001))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ParameterKind.class)
    void says_what_is_allowed(ParameterKind kind) {
        assertThat(kind.label()).isNotBlank();
        assertThat(kind.allowed()).isNotBlank().doesNotEndWith(".");
    }
}
