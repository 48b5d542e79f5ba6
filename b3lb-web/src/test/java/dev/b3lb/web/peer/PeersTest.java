package dev.b3lb.web.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeersTest {

    private final Peers peers =
            new Peers(SomeSettings.with("B3LB_TRUSTED_PROXIES", "127.0.0.0/8,10.0.0.0/8,192.168.0.0/16,::1/128"));

    /** A request from a peer, with what the header says in one or more lines. */
    private static HttpServletRequest request(String peer, String header, String... lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PeersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeaders" ->
                        Collections.enumeration(header.equals(arguments[0]) ? List.of(lines) : List.of());
                    case "getHeader" -> header.equals(arguments[0]) ? lines[0] : null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private String client(String peer, String... forwardedFor) {
        return peers.client(request(peer, "X-Forwarded-For", forwardedFor));
    }

    @Test
    void without_a_proxy_the_client_is_the_peer() {
        assertThat(client("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void behind_a_trusted_proxy_it_is_whom_the_proxy_names() {
        assertThat(client("10.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("::1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.0.0.1, false",
        "172.16.0.1, false",
        "192.168.0.1, false",
        "fd00::1, false",
    })
    void unless_told_otherwise_only_a_proxy_on_this_machine_is_trusted(String peer, boolean trusted) {
        Peers byDefault = new Peers(SomeSettings.with());

        assertThat(byDefault.isTrustedProxy(request(peer, "X-Forwarded-For", "203.0.113.9")))
                .isEqualTo(trusted);
    }

    @Test
    void what_the_client_itself_claims_does_not_count() {
        assertThat(client("10.0.0.1", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("10.0.0.1", "1.1.1.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void of_several_trusted_proxies_the_one_nearest_to_the_client_knows_it() {
        assertThat(client("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2, 192.168.0.3"))
                .isEqualTo("203.0.113.9");
        assertThat(client("10.0.0.1", "10.0.0.9, 10.0.0.2")).isEqualTo("10.0.0.9");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:51234, 203.0.113.9",
        "[2001:db8::1]:51234, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
    })
    void proxies_may_add_the_port(String hop, String address) {
        assertThat(client("10.0.0.1", hop)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "", "localhost", "300.1.1.1", "1.1.1.1, nonsense"})
    void what_is_no_address_stands_for_the_proxy_that_passed_it_on(String hop) {
        assertThat(client("10.0.0.1", hop)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "b3lb.example, true",
        "B3LB.Example:8080, true",
        "acme.b3lb.example, false",
        "b3lb.example.evil.example, false",
        "'', false",
    })
    void the_base_domain_is_no_tenants_host(String host, boolean base) {
        assertThat(peers.isForBaseDomain(request("203.0.113.9", "Host", host))).isEqualTo(base);
    }

    @Test
    void whom_a_request_was_sent_to_only_trusted_proxies_say() {
        HttpServletRequest trusted = request("10.0.0.1", "X-Forwarded-Host", "b3lb.example");
        HttpServletRequest strange = request("203.0.113.9", "X-Forwarded-Host", "b3lb.example");

        assertThat(peers.isForBaseDomain(trusted)).isTrue();
        assertThat(peers.isForBaseDomain(strange)).isFalse();
    }
}
