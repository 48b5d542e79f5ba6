package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerNameTest {

    @Test
    void is_the_host_and_the_http_port() {
        assertThat(ServerName.of("web1", Map.of(), List.of()).value()).isEqualTo("web1:8080");
        assertThat(ServerName.of("web1", Map.of("B3LB_HTTP_PORT", "80"), List.of())
                        .value())
                .isEqualTo("web1:80");
    }

    @Test
    void follows_the_servers_arguments() {
        List<String> arguments = List.of("-Djboss.http.port=9000", "-Djboss.socket.binding.port-offset=100", "--debug");

        assertThat(ServerName.of("web1", Map.of("B3LB_HTTP_PORT", "80"), arguments)
                        .value())
                .isEqualTo("web1:9100");
    }

    @Test
    void is_short_enough_for_the_transaction_manager_and_still_its_own() {
        String one = identifier("balancer-number-1-of-the-university.example.com");
        String other = identifier("balancer-number-2-of-the-university.example.com");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(23);
    }

    @Test
    void stays_whole_for_the_transaction_manager_when_it_is_short() {
        assertThat(identifier("web1")).isEqualTo("web1:8080");
    }

    private static String identifier(String host) {
        return ServerName.of(host, Map.of(), List.of()).transactionIdentifier();
    }
}
