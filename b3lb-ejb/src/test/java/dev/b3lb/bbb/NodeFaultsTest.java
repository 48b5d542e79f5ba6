package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFaultsTest extends NodeClientFixture {

    @Test
    void a_refused_connection_was_never_executed() throws Exception {
        NodeEndpoint nobody;
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            nobody = node.endpoint();
        }
        NodeFailure failure = failure(result(client.call(nobody, running(), LONG)));
        assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.NO_CONNECTION);
        assertThat(failure.maybeExecuted()).isFalse();
        assertThat(failure.words()).isEqualTo("no connection: refused or unreachable");
    }

    @Test
    void an_unknown_host_was_never_reached() throws Exception {
        NodeEndpoint unknown = endpoint("http://no-such-host.invalid");
        NodeFailure failure = failure(result(client.call(unknown, running(), LONG)));
        assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.NO_CONNECTION);
        assertThat(failure.words()).isEqualTo("no connection: the host name is unknown");
    }

    @Test
    void a_server_without_tls_is_a_tls_failure() throws Exception {
        // A TLS greeting has no blank line to wait for, so this server answers unasked.
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            transport.execute(() -> greetAll(plain));
            NodeEndpoint https = endpoint("https://127.0.0.1:" + plain.getLocalPort());
            NodeFailure failure = failure(result(client.call(https, running(), LONG)));
            assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.TLS);
            assertThat(failure.maybeExecuted()).isFalse();
        }
    }

    @Test
    void a_handshake_that_breaks_off_is_a_tls_failure() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            transport.execute(() -> hangUpOnAll(rude));
            NodeEndpoint https = endpoint("https://127.0.0.1:" + rude.getLocalPort());
            assertThat(failure(result(client.call(https, running(), LONG))).kind())
                    .isEqualTo(NodeFailure.Kind.TLS);
        }
    }

    @Test
    void a_node_that_hangs_is_given_up() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (ScriptedNode node = new ScriptedNode((request, out) -> hold(open))) {
            NodeFailure failure = failure(result(client.call(node.endpoint(), running(), SHORT)));
            assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.TIMEOUT);
            assertThat(failure.maybeExecuted()).isTrue();
        } finally {
            open.countDown();
        }
    }

    @Test
    void a_header_that_drips_meets_the_limit_and_is_hung_up_on() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            writeUntilClosed(out, "x");
        })) {
            assertThat(failure(result(client.call(node.endpoint(), running(), SHORT)))
                            .kind())
                    .isEqualTo(NodeFailure.Kind.TIMEOUT);
            await().atMost(LONG).until(() -> !node.breaks().isEmpty());
        }
    }

    @Test
    void a_node_that_accepts_and_never_reads_is_given_up() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeEndpoint node = endpoint("http://127.0.0.1:" + deaf.getLocalPort());
            assertThat(failure(result(client.call(node, running(), SHORT))).kind())
                    .isEqualTo(NodeFailure.Kind.TIMEOUT);
        }
    }

    @Test
    void a_slow_drip_meets_the_limit_for_the_whole_answer() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            writeUntilClosed(out, " ");
        })) {
            assertThat(failure(result(client.call(node.endpoint(), running(), SHORT)))
                            .kind())
                    .isEqualTo(NodeFailure.Kind.TIMEOUT);
            await().atMost(LONG).until(() -> !node.breaks().isEmpty());
        }
    }

    @Test
    void an_endless_body_is_hung_up_on() throws Exception {
        try (ScriptedNode node = endless("200 OK")) {
            NodeFailure failure = failure(call(node));
            assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.TOO_LARGE);
            await().atMost(LONG).until(() -> !node.breaks().isEmpty());
        }
    }

    @Test
    void an_endless_error_page_is_hung_up_on_too() throws Exception {
        try (ScriptedNode node = endless("500 Oops")) {
            assertThat(failure(call(node))).isEqualTo(NodeFailure.status(500));
            await().atMost(LONG).until(() -> !node.breaks().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Oops", "404 Not Found", "204 No Content", "401 Who", "503 Later"})
    void a_status_other_than_200_is_no_answer(String status) throws Exception {
        try (ScriptedNode node = ScriptedNode.answering(status, status.startsWith("204") ? "" : RUNNING)) {
            NodeFailure failure = failure(call(node));
            assertThat(failure.words()).isEqualTo("HTTP status " + status.substring(0, 3));
            assertThat(failure.maybeExecuted()).isTrue();
        }
    }

    @Test
    void redirects_are_not_followed() throws Exception {
        try (ScriptedNode other = ScriptedNode.answering("200 OK", RUNNING);
                ScriptedNode node = new ScriptedNode(
                        (request, out) -> out.write(("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                                        + other.endpoint().api() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(failure(call(node))).isEqualTo(NodeFailure.status(302));
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void an_answer_that_breaks_off_is_a_lost_connection() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<resp".getBytes(StandardCharsets.US_ASCII)))) {
            NodeFailure failure = failure(call(node));
            assertThat(failure.kind()).isEqualTo(NodeFailure.Kind.CONNECTION_LOST);
            assertThat(failure.maybeExecuted()).isTrue();
        }
    }

    @Test
    void a_connection_closed_without_answer_is_lost() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, out) -> out.flush())) {
            assertThat(failure(call(node)).kind()).isEqualTo(NodeFailure.Kind.CONNECTION_LOST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>502</body></html>", "<response><returncode>SUCC", "\u0000\u0001"})
    void what_is_no_answer_of_bbb_is_unreadable(String body) throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", body)) {
            assertThat(failure(call(node)).kind()).isEqualTo(NodeFailure.Kind.UNREADABLE);
        }
    }

    @Test
    void what_is_no_http_is_unreadable() throws Exception {
        try (ScriptedNode node = new ScriptedNode(
                (request, out) -> out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(failure(call(node)).kind()).isEqualTo(NodeFailure.Kind.UNREADABLE);
        }
    }

    private static ScriptedNode endless(String status) throws IOException {
        return new ScriptedNode((request, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("x".repeat(8192).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static void writeUntilClosed(OutputStream out, String text) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        while (!waited(never, 20)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void greetAll(ServerSocket plain) {
        talkToAll(plain, socket -> {
            socket.getOutputStream().write(ScriptedNode.response("400 Bad Request", "no TLS here"));
            socket.getInputStream().readAllBytes();
        });
    }

    private static void hangUpOnAll(ServerSocket rude) {
        talkToAll(rude, socket -> socket.getInputStream().read());
    }

    private interface Talk {
        void with(Socket socket) throws IOException;
    }

    private static void talkToAll(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk.with(socket);
            } catch (IOException e) {
                // The other side has gone, or the test is over and the loop ends.
                continue;
            }
        }
    }
}
