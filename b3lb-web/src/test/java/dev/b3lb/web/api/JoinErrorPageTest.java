package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.BbbError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoinErrorPageTest {

    @Test
    void the_page_tells_the_facts_and_what_to_do() {
        assertThat(JoinErrorPage.of(BbbError.SERVER_UNAVAILABLE, Locale.ENGLISH).html())
                .contains(
                        "<html lang=\"en\">",
                        "<title>You could not join the meeting</title>",
                        "The server on which this meeting runs does not answer at the moment.",
                        "Wait a minute and try again.",
                        "serverUnavailable: The server for this meeting is disabled/offline.")
                .doesNotContain("%", "<script", "http:", "https:");
    }

    @Test
    void an_error_without_words_of_its_own_is_told_in_general_ones() {
        assertThat(JoinErrorPage.of(BbbError.MEETING_ID_SIZE, Locale.ENGLISH).html())
                .contains("The link with which you came here cannot be used.", "sizeError: Meeting ID must be");
    }

    @Test
    void what_a_client_sent_cannot_become_part_of_the_page() {
        BbbError error = BbbError.validationError("<script>alert('1')</script> & \"more\" %s");
        assertThat(JoinErrorPage.of(error, Locale.ENGLISH).html())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot; %s")
                .doesNotContain("<script");
    }

    @Test
    void every_language_has_every_text() throws IOException {
        Set<String> english = keys("");
        assertThat(english).contains("other.text", "other.advice");
        for (Locale language : JoinErrorPage.LANGUAGES) {
            if (!language.equals(Locale.ENGLISH)) {
                assertThat(keys("_" + language)).as(language.toString()).isEqualTo(english);
            }
        }
    }

    private static Set<String> keys(String suffix) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = JoinErrorPage.class.getResourceAsStream("JoinErrors" + suffix + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames();
    }
}
