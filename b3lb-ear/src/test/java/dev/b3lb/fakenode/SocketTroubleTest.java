package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketTroubleTest {

    private static final int MILLIS = 300;

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final Faults faults = node.faults();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    /** What is read after a request was written. */
    private int ask() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(MILLIS);
            socket.connect(new InetSocketAddress(node.host(), node.port()), MILLIS);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read();
        }
    }

    private void assertHealthyAgain() throws Exception {
        faults.heal();
        assertThat(probe.call("getMeetings").key()).isEqualTo("noMeetings");
    }

    @Test
    void a_silent_node_takes_connections_and_says_nothing() throws Exception {
        faults.acceptSilently();

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(this::ask)
                    .withMessage("Read timed out");
        }
        assertHealthyAgain();
    }

    @Test
    void a_node_whose_line_is_full_takes_no_connection() throws Exception {
        faults.fillBacklog();

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(this::ask)
                .withMessageStartingWith("Connect timed out");
        assertHealthyAgain();
    }

    @Test
    void a_resetting_node_resets_who_says_something() throws Exception {
        faults.resetConnections();

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(SocketException.class).isThrownBy(this::ask);
        }
        assertHealthyAgain();
    }

    @Test
    void one_trouble_can_follow_another() throws Exception {
        faults.acceptSilently();
        faults.resetConnections();
        faults.refuseConnections();
        faults.acceptSilently();

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::ask);
        assertHealthyAgain();
    }

    @Test
    void closing_the_node_ends_its_trouble() {
        faults.acceptSilently();

        node.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::ask).withMessageContaining("refused");
    }
}
