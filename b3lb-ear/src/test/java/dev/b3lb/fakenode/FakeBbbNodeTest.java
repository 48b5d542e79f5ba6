package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeBbbNodeTest {

    private final FakeBbbNode node = FakeBbbNode.builder().requestLog(3).start();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void the_load_is_one_integer_on_the_first_line() throws Exception {
        node.setLoad(1234);

        assertThat(probe.get("/b3lb/load").body()).isEqualTo("1234\n");
    }

    @Test
    void an_impossible_load_is_refused() {
        assertThatThrownBy(() -> node.setLoad(10_001)).hasMessage("A load is 0 to 10000, not 10001");
    }

    @Test
    void a_restart_loses_meetings_and_sessions() throws Exception {
        node.meetings().open("room", "Room", Map.of());
        URI page = URI.create(probe.call("join", "meetingID", "room", "fullName", "Ada", "role", "VIEWER")
                .header("Location"));

        node.forget();

        assertThat(probe.call("getMeetings").key()).isEqualTo("noMeetings");
        assertThat(probe.get(page).status()).isEqualTo(404);
    }

    @Test
    void a_clock_that_is_ahead_shows_in_create_time() throws Exception {
        long now = System.currentTimeMillis();
        node.setClockOffset(Duration.ofDays(1));

        String createTime =
                probe.call("create", "name", "Room", "meetingID", "room").text("createTime");

        assertThat(Long.parseLong(createTime)).isGreaterThanOrEqualTo(now + 86_400_000L);
    }

    @Test
    void requests_are_kept_up_to_a_limit_and_counted_without_one() throws Exception {
        for (int i = 0; i < 5; i++) {
            probe.call("isMeetingRunning", "meetingID", "room" + i);
        }

        assertThat(node.requests().count("isMeetingRunning")).isEqualTo(5);
        assertThat(node.requests().all())
                .extracting(request -> request.parameters().first("meetingID").orElse(""))
                .containsExactly("room2", "room3", "room4");
    }

    @Test
    void a_request_is_kept_with_all_that_it_said() throws Exception {
        probe.send(HttpRequest.newBuilder(node.signed("create", "name=A+b&meetingID=ab"))
                .header("X-Test", "yes")
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<modules/>")));

        ReceivedRequest request = node.requests().last("create").orElseThrow();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/bigbluebutton/api/create");
        assertThat(request.rawQuery()).startsWith("name=A+b&meetingID=ab&checksum=");
        assertThat(request.header("x-test")).contains("yes");
        assertThat(request.body()).isEqualTo("<modules/>");
    }

    @Test
    void a_request_shows_no_checksum_as_text() throws Exception {
        probe.call("getMeetings");

        ReceivedRequest request = node.requests().all().get(0);
        assertThat(request.toString())
                .doesNotContain(request.parameters().first("checksum").orElseThrow());
    }

    @Test
    void a_taken_port_is_named() {
        assertThatThrownBy(() -> FakeBbbNode.builder().port(node.port()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("No fake node can listen on 127.0.0.1:" + node.port());
    }

    @Test
    void a_node_without_a_secret_is_refused() {
        assertThatThrownBy(() -> FakeBbbNode.builder().secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closing_twice_does_no_harm() {
        node.close();
        node.close();

        assertThat(node.port()).isPositive();
    }

    @Test
    void many_nodes_share_threads_and_leave_them_open() throws Exception {
        try (NodeThreads threads = NodeThreads.ofWorkers(2)) {
            for (int i = 0; i < 20; i++) {
                try (FakeBbbNode sharing =
                        FakeBbbNode.builder().threads(threads).start()) {
                    assertThat(new Probe(sharing).call("getMeetings").key()).isEqualTo("noMeetings");
                }
            }
        }
    }
}
