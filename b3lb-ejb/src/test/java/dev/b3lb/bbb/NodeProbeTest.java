package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.NodeProbe.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NodeProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static NodeProbe probe(String authority) {
        URI root = URI.create(authority);
        return new NodeProbe(
                new NodeEndpoint(
                        root.resolve("/bigbluebutton/api/"),
                        root.resolve("/b3lb/load"),
                        "secret",
                        ChecksumAlgorithm.SHA256),
                work -> CompletableFuture.runAsync(work));
    }

    private static String failure(Step step) {
        assertThat(step).isInstanceOf(Step.Failed.class);
        return ((Step.Failed) step).words();
    }

    @Test
    void a_name_is_told_with_its_addresses() {
        assertThat(probe("http://localhost:1").resolve(LIMIT))
                .isInstanceOf(Step.Done.class)
                .extracting(step -> ((Step.Done) step).words())
                .asString()
                .contains("127.0.0.1");
        assertThat(failure(probe("http://nowhere.invalid:1").resolve(LIMIT))).contains("nowhere.invalid");
    }

    @Test
    void a_name_service_that_does_not_answer_is_left_in_time() {
        NodeEndpoint node = new NodeEndpoint(
                URI.create("http://localhost/api/"),
                URI.create("http://localhost/load"),
                "secret",
                ChecksumAlgorithm.SHA256);

        Step step = new NodeProbe(node, work -> {}).resolve(Duration.ofMillis(50));

        assertThat(failure(step)).contains("name service");
    }

    @Test
    void a_connection_is_made_or_the_reason_told() throws IOException {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", "")) {
            assertThat(new NodeProbe(node.endpoint(), Runnable::run).connect(LIMIT))
                    .isInstanceOf(Step.Done.class);
        }
        int closed;
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = port.getLocalPort();
        }
        assertThat(failure(probe("http://127.0.0.1:" + closed).connect(LIMIT))).contains("refused");
    }

    @Test
    void a_node_that_speaks_no_tls_is_told() throws IOException {
        try (ScriptedNode node = ScriptedNode.answering("400 Bad Request", "")) {
            NodeProbe probe = new NodeProbe(node.endpoint("https"), Runnable::run);

            assertThat(probe.isSecure()).isTrue();
            assertThat(failure(probe.secure(LIMIT))).isNotBlank();
        }
    }

    /** The port takes the connection, and then nobody says a word. */
    @Test
    void a_node_that_is_silent_is_left_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeProbe probe = probe("https://127.0.0.1:" + silent.getLocalPort());

            assertThat(failure(probe.secure(Duration.ofMillis(200)))).contains("no TLS session");
        }
    }
}
