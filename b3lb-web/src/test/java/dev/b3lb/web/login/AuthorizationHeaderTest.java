package dev.b3lb.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.web.login.AuthorizationHeader.Basic;
import dev.b3lb.web.login.AuthorizationHeader.Bearer;
import dev.b3lb.web.login.AuthorizationHeader.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

    private static String basic(String pair, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
    }

    @Test
    void a_name_ends_at_the_first_colon() {
        assertThat(AuthorizationHeader.parse(basic("ada:a:b", StandardCharsets.UTF_8)))
                .contains(new Basic("ada", "a:b"));
    }

    @Test
    void passwords_are_utf_8() {
        assertThat(AuthorizationHeader.parse(basic("ada:pässwört", StandardCharsets.UTF_8)))
                .contains(new Basic("ada", "pässwört"));
        assertThat(AuthorizationHeader.parse(basic("ada:pässwört", StandardCharsets.ISO_8859_1)))
                .contains(new Unreadable());
    }

    @Test
    void the_scheme_may_be_in_any_case() {
        assertThat(AuthorizationHeader.parse("bearer  b3lb_x")).contains(new Bearer("b3lb_x"));
        assertThat(AuthorizationHeader.parse("BASIC YTpi")).contains(new Basic("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Bearer", "Basic ???", "Basic YWRh", "Basic OmFkYQ==", "Digest x", "b3lb_x"})
    void everything_else_is_unreadable(String value) {
        assertThat(AuthorizationHeader.parse(value)).contains(new Unreadable());
    }

    @Test
    void without_a_header_there_is_nothing() {
        assertThat(AuthorizationHeader.parse(null)).isEmpty();
        assertThat(AuthorizationHeader.parse(" ")).isEmpty();
    }

    @Test
    void its_text_shows_no_secret() {
        assertThat(new Basic("ada", "letmein").toString()).doesNotContain("letmein");
        assertThat(new Bearer("letmein").toString()).doesNotContain("letmein");
    }
}
