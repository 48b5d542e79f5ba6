package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RawHttpTest {

    private static final byte[] NOTHING = new byte[0];

    @Test
    void sends_the_target_as_it_stands() throws Exception {
        try (OneAnswer server = new OneAnswer("HTTP/1.1 204 No Content\r\n\r\n")) {
            server.client().send("GET", "/a?%zz ü {|\"", List.of("Host: anything"), NOTHING);

            assertThat(server.request())
                    .startsWith("GET /a?%zz ü {|\" HTTP/1.1\r\n")
                    .contains("\r\nHost: anything\r\n");
        }
    }

    @Test
    void reads_a_body_of_known_length() throws Exception {
        assertThat(answerTo("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")
                        .text())
                .isEqualTo("abc");
    }

    @Test
    void reads_a_body_until_the_connection_ends() throws Exception {
        assertThat(answerTo("HTTP/1.1 200 OK\r\n\r\nabc").text()).isEqualTo("abc");
    }

    @Test
    void puts_chunks_together() throws Exception {
        assertThat(answerTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n")
                        .text())
                .isEqualTo("abc");
    }

    @Test
    void finds_headers_in_any_case() throws Exception {
        HttpAnswer answer = answerTo("HTTP/1.1 302 Found\r\nlocation: http://localhost/x\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).map(Object::toString).hasValue("http://localhost/x");
    }

    @Test
    void fails_when_the_answer_breaks_off() {
        assertThatThrownBy(() -> answerTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3 of 5");
    }

    private static HttpAnswer answerTo(String answer) throws Exception {
        try (OneAnswer server = new OneAnswer(answer)) {
            return server.client().send("GET", "/", List.of("Host: localhost"), NOTHING);
        }
    }

    /** Answers one request with a fixed text, then hangs up. */
    private static final class OneAnswer implements AutoCloseable {

        private final ServerSocket listener;
        private final CompletableFuture<String> request;

        OneAnswer(String answer) throws IOException {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            request = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        private String serve(String answer) {
            try (Socket socket = listener.accept()) {
                StringBuilder head = new StringBuilder();
                byte[] buffer = new byte[8192];
                while (head.indexOf("\r\n\r\n") < 0) {
                    int read = socket.getInputStream().read(buffer);
                    head.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.UTF_8));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                return head.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        RawHttp client() {
            return new RawHttp(listener.getLocalPort());
        }

        String request() throws Exception {
            return request.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
