package dev.b3lb.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlashesTest {

    private static HttpServerExchange joined(String path) {
        HttpServerExchange exchange = new HttpServerExchange(null, new HeaderMap(), new HeaderMap(), 0);
        exchange.setRequestURI(path);
        exchange.setRequestPath(path);
        exchange.setRelativePath(path);
        Slashes.join(exchange);
        return exchange;
    }

    @ParameterizedTest
    @CsvSource({
        "//bigbluebutton/api/create, /bigbluebutton/api/create",
        "/bigbluebutton//api///create, /bigbluebutton/api/create",
        "////b3lb//t/acme//bbb/api//getMeetings//, /b3lb/t/acme/bbb/api/getMeetings/",
        "//bigbluebutton, /bigbluebutton",
        "//b3lb/ping, /b3lb/ping",
        "//bigbluebutton;x=1//api, /bigbluebutton;x=1/api",
    })
    void several_count_as_one(String path, String meant) {
        HttpServerExchange exchange = joined(path);

        assertThat(exchange.getRequestURI()).isEqualTo(meant);
        assertThat(exchange.getRequestPath()).isEqualTo(meant);
        assertThat(exchange.getRelativePath()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bigbluebutton/api/create",
                "//admin/api/v1/me",
                "/admin//api/v1/me",
                "//./admin/api/v1/me",
                "/.//b3lb/ping",
                "//bigbluebuttons",
                "//",
                "//health/live",
            })
    void other_paths_stay_as_they_are(String path) {
        assertThat(joined(path).getRequestURI()).isEqualTo(path);
    }
}
