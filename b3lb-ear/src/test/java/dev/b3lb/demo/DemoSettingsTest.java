package dev.b3lb.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.Ports;
import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

    private final Ports ports = new Ports(new Random());
    private final Properties properties = new Properties();

    @Test
    void has_the_documented_ports_without_properties() {
        DemoSettings settings = read();

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(9990);
        assertThat(settings.nodePort(0)).isEqualTo(8101);
        assertThat(settings.nodePort(2)).isEqualTo(8103);
        assertThat(settings.postgresPort()).isEmpty();
        assertThat(settings.redisPort()).isEmpty();
        assertThat(settings.fresh()).isFalse();
    }

    @Test
    void lets_nobody_in_from_other_machines() {
        assertThat(read().address()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void is_open_to_other_machines_when_the_property_is_there(String value) {
        properties.setProperty("b3lb.demo.public", value);

        assertThat(read().address()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void is_fresh_when_the_property_is_there(String value) {
        properties.setProperty("b3lb.demo.fresh", value);

        assertThat(read().fresh()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "65536", "-1", "80.5"})
    void refuses_what_is_not_a_port(String value) {
        properties.setProperty("b3lb.http.port", value);

        assertThatThrownBy(this::read)
                .isInstanceOf(TestbedFailure.class)
                .hasMessage("-Db3lb.http.port=" + value + " is not a port; give a number from 1 to 65535.");
    }

    @Test
    void takes_ports_that_are_free() {
        useFreePorts();

        assertThatCode(() -> read().checkPorts()).doesNotThrowAnyException();
    }

    @Test
    void names_a_taken_port_and_its_property() throws IOException {
        useFreePorts();
        try (ServerSocket taken = new ServerSocket(0)) {
            properties.setProperty("b3lb.management.port", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> read().checkPorts())
                    .isInstanceOf(TestbedFailure.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken; choose another with -Db3lb.management.port=PORT.");
        }
    }

    @Test
    void names_the_second_port_of_the_nodes_when_that_is_taken() throws IOException {
        useFreePorts();
        try (ServerSocket taken = new ServerSocket(ports.draw())) {
            properties.setProperty("b3lb.node.port", Integer.toString(taken.getLocalPort() - 1));

            assertThatThrownBy(() -> read().checkPorts())
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("-Db3lb.node.port=PORT (the first of 3 in a row)");
        }
    }

    @Test
    void refuses_the_same_port_for_two_parts() {
        useFreePorts();
        properties.setProperty("b3lb.redis.port", properties.getProperty("b3lb.http.port"));

        assertThatThrownBy(() -> read().checkPorts()).hasMessageContaining("is wanted twice");
    }

    private void useFreePorts() {
        properties.setProperty("b3lb.http.port", Integer.toString(ports.draw()));
        properties.setProperty("b3lb.management.port", Integer.toString(ports.draw()));
        properties.setProperty("b3lb.node.port", Integer.toString(firstOfThreeFree()));
    }

    private int firstOfThreeFree() {
        int port = ports.draw();
        while (!Ports.isFree(port + 1) || !Ports.isFree(port + 2)) {
            port = ports.draw();
        }
        return port;
    }

    private DemoSettings read() {
        return DemoSettings.read(Path.of("server"), Path.of("target"), properties);
    }
}
