package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://bbb05.example.com/bigbluebutton/api/, bbb05",
        "https://BBB05.example.com:8443/, bbb05",
        "http://localhost:8080/bigbluebutton/api, localhost",
        "http://10.0.0.5/bigbluebutton/api, 10.0.0.5",
    })
    void a_server_is_called_as_the_first_label_of_its_host(String url, String slug) {
        assertThat(ServerUrl.slug(url)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbb05.example.com", "https://", "https:///x", "http://[x/", "not a url"})
    void what_has_no_host_is_refused(String url) {
        assertThatThrownBy(() -> ServerUrl.slug(url))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("url is the address of a server's API");
    }

    @Test
    void credentials_in_the_url_are_not_repeated() {
        assertThatThrownBy(() -> ServerUrl.slug("user:pa55word@"))
                .isInstanceOf(RefusedException.class)
                .message()
                .doesNotContain("pa55word");
    }
}
