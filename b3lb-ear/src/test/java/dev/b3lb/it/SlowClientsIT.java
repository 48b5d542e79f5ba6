package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that announce a body and do not send it. */
@OnTestbed
@Tag("full")
class SlowClientsIT {

    private static final int MORE_THAN_THREADS = 100;

    private final Testbed testbed;
    private final List<Socket> sockets = new ArrayList<>();
    private Pool pool;

    SlowClientsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /b3lb/t/nobody/bbb/api/create, application/x-www-form-urlencoded, 0",
        "POST, /b3lb/t/nobody/bbb/api/create, application/x-www-form-urlencoded, 50000",
        "POST, /b3lb/t/nobody/bbb/api/create, multipart/form-data; boundary=x, 50000",
        "POST, /b3lb/t/nobody/bbb/api/create, text/xml, 50000",
        "GET, /b3lb/t/nobody/bbb/api/getMeetings, text/xml, 50000",
        "GET, /b3lb/ping, text/plain, 50000",
        "PUT, /nowhere, text/plain, 50000"
    })
    void whoever_does_not_send_a_body_holds_up_nobody_else(String method, String path, String type, int sent)
            throws IOException {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            sockets.add(announce(method + " " + path, type, sent));
        }
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(15))
                .until(() -> Rooms.create(pool.client(), "room").succeeded());
        BbbAnswer posted = BbbAnswer.of(
                pool.client().post("isMeetingRunning", "", "application/x-www-form-urlencoded", "meetingID=room"));
        assertThat(posted.value("running")).isEqualTo("false");
    }

    /** Some of the body comes, more than the server waits for without a thread, and then nothing more. */
    private Socket announce(String line, String type, int sent) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", testbed.server().httpPort()));
        String head = line + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: 500000\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[sent]);
        return socket;
    }
}
