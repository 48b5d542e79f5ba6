package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One request, as a proxy passes it on, is one request here too, whatever is hidden in it. */
@OnTestbed
class RequestSmugglingIT {

    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(20);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");
    private static final String HOST = "Host: localhost\r\n";

    /** What is hidden; an answer to it would end the connection. */
    private static final String HIDDEN = "GET /b3lb/ping HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private static final String GET = "GET /b3lb/ping HTTP/1.1\r\n";
    private static final String POST = "POST /bigbluebutton/api/getMeetings HTTP/1.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n" + HOST;
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NO_CHUNK = "0\r\n\r\n";

    private final Testbed testbed;

    RequestSmugglingIT(Testbed testbed) {
        this.testbed = testbed;
    }

    static Stream<String> heads() {
        String length = "Content-Length: " + HIDDEN.length();
        return Stream.of(
                GET + HOST + "X: a\r" + length + "\r\n\r\n",
                GET + HOST + "X: a\rTransfer-Encoding: chunked\r\n\r\n" + NO_CHUNK,
                GET + HOST + "X: a\r\r",
                GET + HOST + "X: a\r\r\r",
                GET + HOST + "X: a\r\r\n",
                GET + HOST + "X: a\r\r\r\n",
                GET + HOST + "X: a\r\n\r",
                GET + HOST + "X: a\n\r",
                GET + HOST + "X\rY: a\r\n\r\n",
                "GET /b3lb/ping HTTP/1.1\r" + HOST + "\r\n",
                "GET /b3lb/ping HTTP/1.1\n" + HOST + "\r\n",
                "GET /b3lb/pi\rng HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /b3lb/ping?a\rb HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /b3lb/pi\0ng HTTP/1.1\r\n" + HOST + "\r\n",
                "GET\t/b3lb/ping\tHTTP/1.1\r\n" + HOST + "\r\n",
                GET + " " + length + "\r\n" + HOST + "\r\n",
                GET + "\t" + length + "\r\n" + HOST + "\r\n",
                GET + " Transfer-Encoding: chunked\r\n" + HOST + "\r\n" + NO_CHUNK,
                GET + " \r\n" + HOST + "\r\n",
                GET + "Host: localhost\nX: a\n\n",
                GET + "Host: localhost\n" + length + "\r\n\r\n",
                GET + HOST + "X: a\0b\r\n\r\n",
                GET + HOST + "X\0: a\r\n\r\n",
                GET + HOST + "No colon\r\n\r\n",
                GET + HOST + ": no name\r\n\r\n",
                GET + HOST + "Host: elsewhere\r\n\r\n",
                POST + "Content-Length\0: " + HIDDEN.length() + "\r\n\r\n",
                POST + "Content-Length : " + HIDDEN.length() + "\r\n\r\n",
                POST + length + "\r\nTransfer-Encoding: chunked\r\n\r\n" + NO_CHUNK,
                POST + "Content-Length: 0\r\n" + length + "\r\n\r\n",
                POST + "Content-Length: 0, " + HIDDEN.length() + "\r\n\r\n",
                POST + "Content-Length: +" + HIDDEN.length() + "\r\n\r\n",
                POST + "Content-Length: 18446744073709551616\r\n\r\n",
                POST + "Transfer-Encoding: chunked, identity\r\n\r\n" + NO_CHUNK,
                POST + "Transfer-Encoding: identity\r\n" + length + "\r\n\r\n",
                POST + "Transfer-Encoding: identity\r\n\r\n",
                POST + "Transfer-Encoding: xchunked\r\n\r\n" + NO_CHUNK,
                POST + "Transfer-Encoding: gzip, chunked\r\n\r\n" + NO_CHUNK,
                POST + "Transfer-Encoding: \"chunked\"\r\n\r\n" + NO_CHUNK,
                POST + "Transfer-Encoding: \u000bchunked\r\n\r\n" + NO_CHUNK,
                POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n" + NO_CHUNK,
                POST.replace("HTTP/1.1", "HTTP/1.0") + "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + NO_CHUNK);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_head_of_which_there_can_be_two_opinions_is_refused(String head) throws IOException {
        assertThat(statuses(head + HIDDEN)).containsExactly("400");
    }

    static Stream<String> bodies() {
        return Stream.of(
                "0x2\r\nab\r\n",
                "+2\r\nab\r\n",
                "-2\r\nab\r\n",
                " 2\r\nab\r\n",
                "2 \r\nab\r\n",
                "0_2\r\nab\r\n",
                "2g\r\nab\r\n",
                "\r\n\r\n",
                "10000000000000002\r\nab\r\n",
                "2;a\nab\r\n",
                "2;a\rb\r\nab\r\n",
                "2\nab\r\n",
                "2\rab\r\n",
                "2\r\nab",
                "2\r\nabXX",
                "2\r\nab\n",
                "0\n\n",
                "0\r\n\r\r",
                "0\r\nX: a\rb: c\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void what_an_odd_body_hides_is_no_request(String body) throws IOException {
        assertThat(statuses(CHUNKED + body + NO_CHUNK + HIDDEN)).hasSizeLessThan(2);
    }

    @Test
    void a_proper_body_in_chunks_gets_its_answer_and_ends_the_connection() throws IOException {
        assertThat(statuses(CHUNKED + "2;x=y\r\na=\r\n" + NO_CHUNK + HIDDEN)).containsExactly("200");
    }

    @Test
    void a_value_that_goes_on_in_the_next_line_is_one_value() throws IOException {
        assertThat(statuses(POST + "Content-Length:\r\n " + HIDDEN.length() + "\r\n\r\n" + HIDDEN + HIDDEN))
                .containsExactly("200", "200");
    }

    @Test
    void requests_that_are_clear_may_follow_each_other_on_a_connection() throws IOException {
        assertThat(statuses(GET + HOST + "\r\n" + POST + "Content-Length: 2\r\n\r\na=" + HIDDEN))
                .containsExactly("200", "200", "200");
    }

    /** What is answered before the server ends the connection. */
    private List<String> statuses(String bytes) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", testbed.server().httpPort()));
            socket.setSoTimeout((int) SILENCE_LIMIT.toMillis());
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return STATUS.matcher(answers(socket))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }

    private static String answers(Socket socket) throws IOException {
        StringBuilder answers = new StringBuilder();
        byte[] piece = new byte[8192];
        try {
            for (int length = 0; length >= 0; length = socket.getInputStream().read(piece)) {
                answers.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException ended) {
            // Bytes that nobody read make a reset of the end
        }
        return answers.toString();
    }
}
