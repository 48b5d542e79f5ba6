package dev.b3lb.web.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.Settings;
import dev.b3lb.settings.SomeSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnOriginsTest {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "203.0.113.9";

    private static OwnOrigins origins(Settings settings) {
        return new OwnOrigins(new Peers(settings), settings);
    }

    private static HttpServletRequest request(String peer, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OwnOriginsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getScheme" -> "http";
                    case "getHeader" -> headers.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "https://b3lb.example, true",
        "https://B3LB.example:443, true",
        "http://b3lb.example, false",
        "https://b3lb.example:8443, false",
        "https://acme.b3lb.example, false",
        "https://b3lb.example.evil.example, false",
        "https://evil.example, false",
        "null, false",
        "'https://b3lb.example,https://b3lb.example', false",
        "'', false",
    })
    void behind_a_proxy_that_ends_tls_a_page_of_ours_came_by_https(String origin, boolean own) {
        HttpServletRequest request = request(PROXY, Map.of("Host", "b3lb.example", "X-Forwarded-Proto", "https"));

        assertThat(origins(SomeSettings.with()).include(origin, request)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "http://b3lb.example:8080, true",
        "http://b3lb.example, false",
        "https://b3lb.example, true",
        "https://b3lb.example:8080, false",
    })
    void without_a_proxy_it_came_as_the_request_came_or_by_the_public_address(String origin, boolean own) {
        HttpServletRequest request =
                request(STRANGER, Map.of("Host", "b3lb.example:8080", "X-Forwarded-Proto", "https"));

        assertThat(origins(SomeSettings.with()).include(origin, request)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b3lb.example:8443, true",
        "https://b3lb.example, false",
    })
    void a_proxy_may_hide_scheme_and_port_of_the_public_address(String origin, boolean own) {
        HttpServletRequest request = request(PROXY, Map.of("Host", "b3lb.example"));

        assertThat(origins(SomeSettings.with("B3LB_PUBLIC_URL", "https://b3lb.example:8443"))
                        .include(origin, request))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b3lb.example:444, true",
        "https://inside.example:444, false",
    })
    void the_host_is_the_one_that_the_proxy_was_asked_for(String origin, boolean own) {
        HttpServletRequest request = request(
                PROXY,
                Map.of(
                        "Host", "inside.example:444",
                        "X-Forwarded-Host", "b3lb.example:444",
                        "X-Forwarded-Proto", "https"));

        assertThat(origins(SomeSettings.with()).include(origin, request)).isEqualTo(own);
    }
}
