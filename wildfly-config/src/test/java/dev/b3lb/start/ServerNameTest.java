package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {

    @Test
    void is_the_host_and_the_http_port() throws WrongSetting {
        assertThat(ServerName.of("web1", Map.of(), List.of()).value()).isEqualTo("web1:8080");
        assertThat(ServerName.of("web1", Map.of("B3LB_HTTP_PORT", "80"), List.of())
                        .value())
                .isEqualTo("web1:80");
    }

    @Test
    void follows_the_servers_arguments() throws WrongSetting {
        List<String> arguments = List.of("-Djboss.http.port=9000", "-Djboss.socket.binding.port-offset=100", "--debug");

        assertThat(ServerName.of("web1", Map.of("B3LB_HTTP_PORT", "80"), arguments)
                        .value())
                .isEqualTo("web1:9100");
    }

    @Test
    void is_what_the_operator_chose() throws WrongSetting {
        Map<String, String> set = Map.of("B3LB_SERVER_NAME", "east");

        assertThat(ServerName.of("web1", set, List.of()).value()).isEqualTo("east");
        assertThat(ServerName.of("web1", set, List.of("-Djboss.node.name=west")).value())
                .isEqualTo("west");
        assertThat(ServerName.of("web1", Map.of("B3LB_SERVER_NAME", ""), List.of())
                        .value())
                .isEqualTo("web1:8080");
    }

    @Test
    void is_not_that_for_the_transaction_manager_which_needs_one_that_nobody_else_has() throws WrongSetting {
        assertThat(ServerName.of("web1", Map.of("B3LB_SERVER_NAME", "east"), List.of())
                        .transactionIdentifier())
                .isEqualTo("web1:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a,b", "a=b", "${HOME}", "\"a\"", "grün", "a\n"})
    void is_refused_when_it_would_not_get_through(String name) {
        assertThatThrownBy(() -> ServerName.of("web1", Map.of("B3LB_SERVER_NAME", name), List.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("B3LB_SERVER_NAME must be");
    }

    @Test
    void is_short_enough_for_the_transaction_manager_and_still_its_own() throws WrongSetting {
        String one = identifier("balancer-number-1-of-the-university.example.com");
        String other = identifier("balancer-number-2-of-the-university.example.com");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(23);
    }

    @Test
    void stays_whole_for_the_transaction_manager_when_it_is_short() throws WrongSetting {
        assertThat(identifier("web1")).isEqualTo("web1:8080");
    }

    private static String identifier(String host) throws WrongSetting {
        return ServerName.of(host, Map.of(), List.of()).transactionIdentifier();
    }
}
