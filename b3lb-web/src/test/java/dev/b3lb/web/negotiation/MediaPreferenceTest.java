package dev.b3lb.web.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a/b                                | 1.0
                    a/b;version=2;q=0.5                | 0.5
                    a/b; Version="2" ; Q=0.5           | 0.5
                    a/b;version=1                      | -
                    a/b;version=1;q=0.9,a/b;q=0.3      | 0.3
                    a/b;version=2;q=0.2,a/b;q=0.3      | 0.3
                    a/b;q=0                            | 0.0
                    a/*                                | -
                    */*                                | -
                    """)
    void a_version_is_named_alone_or_with_all_others(String accept, String weight) {
        OptionalDouble named = MediaPreference.of(accept).named("a/b", "2");

        assertThat(named.isPresent() ? Double.toString(named.getAsDouble()) : "-")
                .isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a/b;version=1;q=0.9, a/*;q=0.5, */*;q=0.1 | 0.5
                    a/b;version=1;q=0.9, */*;q=0.1            | 0.1
                    a/b;q=0, */*                              | 0.0
                    a/b;version=1                             | 0.0
                    """)
    void a_version_that_is_not_named_counts_as_its_group(String accept, double weight) {
        assertThat(MediaPreference.of(accept).quality("a/b", "2")).isEqualTo(weight);
    }

    @Test
    void an_endless_header_is_read_up_to_a_bound() {
        assertThat(MediaPreference.of("a/b,".repeat(100_000) + "text/html").prefersPages())
                .isFalse();
    }
}
