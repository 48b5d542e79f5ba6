package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.settings.SomeSettings;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinFailuresTest {

    private static final String ERRORS =
            "errors=%5B%7B%22key%22%3A%22notFound%22%2C%22message%22%3A%22A%20meeting%20with%20that%20ID%20does%20not%20exist%22%7D%5D";

    private static final Visitor PROGRAM = new Visitor(true, true, Optional.empty());
    private static final Visitor BROWSER = new Visitor(false, true, Optional.of(Locale.GERMAN));
    private static final Visitor ANYBODY = new Visitor(false, false, Optional.empty());

    private final JoinFailures failures = new JoinFailures(SomeSettings.with());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errorRedirectUrl=https%3A%2F%2Ffront.example%2Fe|https://front.example/e?",
                "errorRedirectUrl=https%3A%2F%2Ffront.example|https://front.example?",
                "errorRedirectUrl=HTTP%3A%2F%2Ffront.example%3A8080%2Fe%3Fa%3Db%2526|HTTP://front.example:8080/e?a=b%26&",
                "logoutURL=https%3A%2F%2Ffront.example%2Fout|https://front.example/out?",
                "logoutURL=https%3A%2F%2Ffront.example%2Fo&errorRedirectUrl=https%3A%2F%2Ffront.example%2Fe|https://front.example/e?",
                "logoutURL=https%3A%2F%2Ffront.example%2Fo&errorRedirectUrl=%2Frelative|https://front.example/o?",
            })
    void a_signed_address_gets_the_error_as_bbb_tells_it(String query, String start) {
        for (Visitor visitor : new Visitor[] {BROWSER, ANYBODY}) {
            assertThat(target(answer(query, visitor))).isEqualTo(start + ERRORS);
        }
    }

    @Test
    void the_error_stands_before_the_fragment() {
        assertThat(target(answer("logoutURL=https%3A%2F%2Ffront.example%2F%23%2Froom%3Fx", BROWSER)))
                .isEqualTo("https://front.example/?" + ERRORS + "#/room?x");
    }

    @Test
    void letters_that_no_header_can_carry_are_encoded() {
        assertThat(target(answer("logoutURL=https%3A%2F%2Ffront.example%2Fr%C3%A4um", BROWSER)))
                .isEqualTo("https://front.example/r%C3%A4um?" + ERRORS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "front.example/x",
                "//front.example/x",
                "/x",
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://front.example",
                "https:front.example",
                "https://",
                "https://a b",
                "https://front.example/%0d%0aX: y",
            })
    void what_is_no_web_address_is_not_used(String url) {
        QueryParameters signed = QueryParameters.none().with("logoutURL", url.replace("%0d%0a", "\r\n"));
        assertThat(failures.answer(BbbError.NOT_FOUND, signed, ANYBODY))
                .isEqualTo(new ApiAnswer.Failed(BbbError.NOT_FOUND));
    }

    @Test
    void a_program_gets_xml_whatever_else_it_says() {
        assertThat(answer("logoutURL=https%3A%2F%2Ffront.example", PROGRAM))
                .isEqualTo(new ApiAnswer.Failed(BbbError.NOT_FOUND));
    }

    @Test
    void a_browser_gets_a_page_in_its_language() {
        assertThat(answer("", BROWSER)).isInstanceOfSatisfying(ApiAnswer.Page.class, page -> {
            assertThat(page.language()).isEqualTo(Locale.GERMAN);
            assertThat(page.html()).contains("<html lang=\"de\">", "Diese Konferenz läuft nicht.");
        });
    }

    @ParameterizedTest
    @CsvSource({"en, en", "de-at, de", "fr, en"})
    void without_a_language_of_ours_the_setting_counts(String code, String language) {
        JoinFailures localised = new JoinFailures(SomeSettings.with("LANGUAGE_CODE", code));
        Visitor visitor = new Visitor(false, true, Optional.empty());
        assertThat(localised.answer(BbbError.NOT_FOUND, QueryParameters.none(), visitor))
                .isInstanceOfSatisfying(ApiAnswer.Page.class, page -> assertThat(page.language())
                        .isEqualTo(Locale.forLanguageTag(language)));
    }

    private ApiAnswer answer(String query, Visitor visitor) {
        return failures.answer(BbbError.NOT_FOUND, QueryParameters.parse(query), visitor);
    }

    private static String target(ApiAnswer answer) {
        assertThat(answer).isInstanceOf(ApiAnswer.Redirect.class);
        return ((ApiAnswer.Redirect) answer).target().toString();
    }
}
