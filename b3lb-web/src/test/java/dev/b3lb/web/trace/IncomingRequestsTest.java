package dev.b3lb.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import dev.b3lb.trace.RequestIds;
import dev.b3lb.trace.RequestScope;
import dev.b3lb.web.peer.Peers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingRequestsTest {

    private static final String PROXY = "127.0.0.1";

    private long random = 0xabc;
    private final IncomingRequests requests =
            new IncomingRequests(new Peers(SomeSettings.with()), new RequestIds(() -> random++));
    private final List<String> answered = new ArrayList<>();

    private static HttpServletRequest request(String peer, String id) {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                IncomingRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> "X-Request-ID".equals(arguments[0]) ? id : null;
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]) == null ? null : null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                IncomingRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> {
                    answered.add(called.getName() + " " + arguments[0] + "=" + arguments[1]);
                    return null;
                });
    }

    private String idOf(HttpServletRequest request) {
        try (RequestScope scope = requests.open(request, response())) {
            assertThat(scope).isNotNull();
            Optional<String> id = RequestScope.current();
            assertThat(answered).last().isEqualTo("setHeader X-Request-ID=" + id.orElseThrow());
            return id.get();
        }
    }

    @Test
    void a_request_without_an_id_gets_one_and_keeps_it() {
        HttpServletRequest request = request(PROXY, null);
        assertThat(idOf(request)).isEqualTo("0000000000000abc");
        assertThat(idOf(request)).isEqualTo("0000000000000abc");
        assertThat(idOf(request(PROXY, null))).isEqualTo("0000000000000abd");
        assertThat(RequestScope.current()).isEmpty();
    }

    @Test
    void a_trusted_proxy_names_the_request() {
        assertThat(idOf(request(PROXY, "proxy-7.b"))).isEqualTo("proxy-7.b");
    }

    @Test
    void nobody_else_does() {
        assertThat(idOf(request("203.0.113.9", "proxy-7.b"))).isEqualTo("0000000000000abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a}", "a,b", "<x>"})
    void what_is_no_id_is_none_from_a_proxy_either(String id) {
        assertThat(idOf(request(PROXY, id))).isEqualTo("0000000000000abc");
    }
}
