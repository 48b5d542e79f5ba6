package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTest {

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "'de-AT, en;q=0.5', de",
        "en-GB, en",
        "'fr, de;q=0.3, en;q=0.2', de",
        "'fr;q=0.9, en', en",
        "'de;q=0, en', en",
    })
    void the_language_is_the_best_of_ours(String header, String language) {
        assertThat(Visitor.of(request("Accept-Language", header)).language()).contains(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", ";;;", "de;q=x", "§"})
    void without_one_of_ours_it_is_none(String header) {
        assertThat(Visitor.of(request("Accept-Language", header)).language()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"redirect=false, true", "a=b&redirect=FALSE, true", "redirect=true, false", "'', false"})
    void programs_say_that_they_want_no_redirect(String query, boolean wantsXml) {
        assertThat(Visitor.of(FakeRequest.get().query(query).asServlet()).wantsXml())
                .isEqualTo(wantsXml);
    }

    @ParameterizedTest
    @CsvSource({"text/html, true", "*/*, false"})
    void browsers_say_that_they_take_pages(String accept, boolean prefersPages) {
        assertThat(Visitor.of(request("Accept", accept)).prefersPages()).isEqualTo(prefersPages);
    }

    private static HttpServletRequest request(String header, String value) {
        return FakeRequest.get().hiddenHeader(header, value).asServlet();
    }
}
