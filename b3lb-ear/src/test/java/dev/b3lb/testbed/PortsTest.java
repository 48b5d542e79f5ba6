package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_with_a_listener_on_loopback_only_is_taken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_port_with_a_listener_on_all_addresses_is_taken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            assertThat(Ports.isFree(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_drawn_port_is_free() {
        assertThat(Ports.isFree(new Ports(new Random()).draw())).isTrue();
    }

    @Test
    void no_port_is_given_out_twice() {
        Random always = new Random(7) {
            private static final long serialVersionUID = 1L;
            private int draws;

            @Override
            public int nextInt(int origin, int bound) {
                return origin + draws++ / 2;
            }
        };
        Ports ports = new Ports(always);

        assertThat(ports.draw()).isNotEqualTo(ports.draw());
    }
}
