package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bigbluebutton",
                "/bigbluebutton/",
                "/bigbluebutton/api/create",
                "/b3lb/t/acme/bigbluebutton",
                "/bigbluebutton;x/api",
                "/b3lb/t/acme/bbb",
                "/b3lb/t/acme-005/bbb/api/..;/x",
                "/b3lb/t/acme/bigbluebutton/api/create"
            })
    void the_api_is_by_host_and_by_path(String path) {
        assertThat(ApiPaths.matches(FakeRequest.get().uri(path).asServlet())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/bigbluebuttons",
                "/b3lb/ping",
                "/b3lb/t/acme/logo",
                "/b3lb/t/acme/bbbs",
                "/b3lb/t/bigbluebutton/logo",
                "/x/bigbluebutton/api"
            })
    void nothing_else_is(String path) {
        assertThat(ApiPaths.matches(FakeRequest.get().uri(path).asServlet())).isFalse();
    }
}
