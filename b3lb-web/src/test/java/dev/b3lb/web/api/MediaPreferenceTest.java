package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "text/html, */*;q=0.1",
                "Text/HTML;level=1",
                "text/xml;q=0.2, text/html;q=0.3",
                "*/*, text/xml;q=0, application/xml;q=0",
                "text/*, text/xml;q=0.5",
            })
    void browsers_prefer_pages(String accept) {
        assertThat(MediaPreference.of(accept).prefersPages()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/*",
                "application/xml",
                "application/json",
                "text/html;q=0",
                "text/html, text/xml",
                "text/html;q=0.5, application/xml",
                "text/html;q=0.5, */*",
                "nonsense",
                ";;;,,,",
                "/,;q=1",
            })
    void everybody_else_does_not(String accept) {
        assertThat(MediaPreference.of(accept).prefersPages()).isFalse();
    }

    @Test
    void an_endless_header_is_read_up_to_a_bound() {
        assertThat(MediaPreference.of("a/b,".repeat(100_000) + "text/html").prefersPages())
                .isFalse();
    }
}
