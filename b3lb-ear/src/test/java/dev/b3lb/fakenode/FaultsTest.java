package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final Faults faults = node.faults();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    private Probe.Reply meetings() throws Exception {
        return probe.call("getMeetings");
    }

    private CompletableFuture<HttpResponse<String>> meetingsLater() {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(node.signed("getMeetings", "")).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Fault.garbled(), 200, "returncode=SUCCESS"),
                Arguments.of(Fault.loginPage(), 200, "<h1>Sign in</h1>"),
                Arguments.of(Fault.status(500), 500, "500"),
                Arguments.of(Fault.status(502), 502, "502"),
                Arguments.of(Fault.status(503), 503, "503"),
                Arguments.of(Fault.emptyBody(), 200, ""),
                Arguments.of(Fault.failed("checksumError", "No"), 200, "<messageKey>checksumError</messageKey>"),
                Arguments.of(Fault.xmlBomb(), 200, "<!ENTITY i"),
                Arguments.of(Fault.externalEntity("file:///etc/hostname"), 200, "SYSTEM \"file:///etc/hostname\""),
                Arguments.of(
                        Fault.externalDtd("http://x.test/d"), 200, "<!DOCTYPE response SYSTEM \"http://x.test/d\">"),
                Arguments.of(Fault.deepNesting(3), 200, "<meetings><a><a><a></a></a></a></meetings>"),
                Arguments.of(Fault.manyAttributes(2), 200, "<meeting a0=\"\" a1=\"\"/>"),
                Arguments.of(Fault.changed("loud", String::toUpperCase), 200, "<MESSAGEKEY>NOMEETINGS<"),
                Arguments.of(Fault.without("returncode", "meetings"), 200, "<response><messageKey>"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_wrong_answer_comes_until_it_is_healed(Fault fault, int status, String text) throws Exception {
        faults.set(fault);

        Probe.Reply reply = meetings();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains(text);
        faults.heal();
        assertThat(meetings().key()).isEqualTo("noMeetings");
    }

    @Test
    void a_kept_connection_is_closed_at_its_next_request() throws Exception {
        faults.set(Fault.keptConnectionClosed());
        String request = "GET /b3lb/load HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < 2; i++) {
            try (Socket socket = new Socket(node.host(), node.port())) {
                socket.setSoTimeout(10_000);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(in.readLine()).startsWith("HTTP/1.1 200");
                while (!in.readLine().isEmpty()) {
                    // the rest of the head
                }
                assertThat(in.readLine()).isEqualTo("0");
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void an_empty_body_is_really_empty() throws Exception {
        faults.set(Fault.emptyBody());

        assertThat(meetings().body()).isEmpty();
    }

    @Test
    void a_redirect_leads_elsewhere() throws Exception {
        faults.set(Fault.redirectTo("http://elsewhere.test/"));

        assertThat(meetings().header("Location")).isEqualTo("http://elsewhere.test/");
    }

    @Test
    void a_fault_hits_only_the_calls_that_it_names() throws Exception {
        faults.set(Fault.status(500), "create", "load");

        assertThat(meetings().status()).isEqualTo(200);
        assertThat(probe.get("/b3lb/load").status()).isEqualTo(500);
        assertThat(probe.call("create", "name", "Room", "meetingID", "room").status())
                .isEqualTo(500);
    }

    @Test
    void a_fault_for_the_next_requests_heals_by_itself() throws Exception {
        faults.setNext(2, Fault.status(503), "getMeetings");

        assertThat(List.of(meetings().status(), meetings().status(), meetings().status()))
                .containsExactly(503, 503, 200);
    }

    @Test
    void a_later_fault_wins() throws Exception {
        faults.set(Fault.status(500));
        faults.setNext(1, Fault.status(503));

        assertThat(List.of(meetings().status(), meetings().status())).containsExactly(503, 500);
    }

    @Test
    void a_fault_for_no_request_is_refused() {
        assertThatThrownBy(() -> faults.setNext(0, Fault.hang()))
                .hasMessage("A fault must hit at least one request, not 0");
    }

    @Test
    void a_delayed_call_is_done_in_the_end() throws Exception {
        faults.set(Fault.delay(Duration.ofMillis(30)));

        assertThat(probe.call("create", "name", "Room", "meetingID", "room").text("meetingID"))
                .isEqualTo("room");
    }

    @Test
    void delayed_calls_do_not_block_others() throws Exception {
        faults.setNext(100, Fault.delay(Duration.ofHours(1)));
        for (int i = 0; i < 100; i++) {
            meetingsLater();
        }
        await().until(() -> node.requests().count("getMeetings") == 100);

        assertThat(meetings().key()).isEqualTo("noMeetings");
    }

    @Test
    void hanging_requests_do_not_block_others_and_go_on_when_healed() throws Exception {
        faults.setNext(100, Fault.hang(), "getMeetings");
        List<CompletableFuture<HttpResponse<String>>> hanging =
                Stream.generate(this::meetingsLater).limit(100).toList();
        await().until(() -> faults.hanging() == 100);

        assertThat(meetings().key()).isEqualTo("noMeetings");
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        faults.heal();
        assertThat(hanging)
                .allSatisfy(answer -> assertThat(answer.join().body()).contains("noMeetings"));
    }

    @Test
    void hanging_requests_are_dropped_when_the_node_closes() {
        faults.set(Fault.hang());
        CompletableFuture<HttpResponse<String>> hanging = meetingsLater();
        await().until(() -> faults.hanging() == 1);

        node.close();

        assertThat(hanging).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void connections_are_refused_and_accepted_again_on_the_same_port() throws Exception {
        int port = node.port();
        meetings();

        faults.refuseConnections();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::meetings);
        faults.acceptConnections();

        assertThat(meetings().key()).isEqualTo("noMeetings");
        assertThat(node.port()).isEqualTo(port);
    }

    @Test
    void healing_accepts_connections_again() throws Exception {
        faults.refuseConnections();
        faults.heal();

        assertThat(meetings().key()).isEqualTo("noMeetings");
    }

    @Test
    void half_a_document_is_a_whole_http_message() throws Exception {
        String whole = meetings().body();
        faults.set(Fault.halfXml());

        Probe.Reply reply = meetings();

        assertThat(reply.body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(reply.header("Content-Length"))
                .isEqualTo(String.valueOf(reply.body().length()));
    }

    @Test
    void a_truncated_answer_breaks_the_connection() {
        faults.set(Fault.truncated());

        assertThatExceptionOfType(IOException.class).isThrownBy(this::meetings);
    }

    @Test
    void an_endless_body_has_no_end_until_it_is_healed() throws Exception {
        faults.set(Fault.endlessBody());
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(node.signed("getMeetings", "")).build(),
                        HttpResponse.BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
            faults.heal();
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void closing_the_node_ends_an_endless_body() throws Exception {
        faults.set(Fault.endlessBody());
        CompletableFuture<HttpResponse<Void>> response = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(node.signed("getMeetings", "")).build(),
                        HttpResponse.BodyHandlers.discarding());
        await().until(() -> node.requests().total() == 1);

        node.close();

        assertThat(response).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_slow_drip_arrives_whole_in_the_end() throws Exception {
        faults.set(Fault.slowDrip(Duration.ofMillis(1)));

        assertThat(meetings().key()).isEqualTo("noMeetings");
    }

    @Test
    void a_large_body_is_a_list_of_meetings_with_an_end() throws Exception {
        faults.set(Fault.largeBody(1_000_000));

        String body = meetings().body();

        assertThat(body.length()).isBetween(1_000_000, 1_100_000);
        assertThat(body).startsWith("<response><returncode>SUCCESS").endsWith("</meetings></response>");
    }

    @Test
    void many_meetings_are_as_many_as_they_should_be() throws Exception {
        faults.set(Fault.thousandsOfMeetings(2));

        assertThat(meetings().texts("meeting")).hasSize(2_000);
    }

    @Test
    void another_encoding_is_declared_and_used() throws Exception {
        faults.set(Fault.encoded(StandardCharsets.ISO_8859_1), "create");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(node.signed(
                                        "create", Probe.query("meetingID", "Gr\u00fc\u00dfe", "name", "x2")))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")
                .contains("<meetingID>Gr\u00fc\u00dfe</meetingID>");
    }

    @Test
    void something_happens_after_the_call_and_before_its_answer() throws Exception {
        List<Integer> meetingsThen = new CopyOnWriteArrayList<>();
        faults.set(Fault.doneBefore(() -> meetingsThen.add(node.meetings().all().size())), "create");

        assertThat(probe.call("create", "name", "Room", "meetingID", "room").text("meetingID"))
                .isEqualTo("room");
        assertThat(meetingsThen).containsExactly(1);
    }

    @Test
    void an_answer_that_is_kept_leaves_the_meeting_and_the_client_waiting() {
        faults.set(Fault.answerKept(), "create");
        CompletableFuture<?> waiting = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(node.signed("create", Probe.query("name", "Room", "meetingID", "room")))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        await().until(() -> node.meetings().find("room").isPresent());
        assertThat(waiting).isNotDone();
        node.close();
        assertThat(waiting).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void an_answer_that_is_lost_leaves_the_meeting() {
        faults.set(Fault.answerLost());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> probe.call("create", "name", "Room", "meetingID", "room"));
        assertThat(node.meetings().find("room")).isPresent();
    }

    /** The JDK's client does this without a word, so a balancer on top of it must know. */
    @Test
    void a_get_whose_answer_is_lost_on_a_used_connection_may_come_twice() throws Exception {
        meetings();
        faults.setNext(1, Fault.answerLost(), "create");

        Probe.Reply reply = probe.call("create", "name", "Room", "meetingID", "room");

        assertThat(reply.key()).isEqualTo("duplicateWarning");
        assertThat(node.requests().count("create")).isEqualTo(2);
    }

    @Test
    void a_dropped_connection_leaves_nothing() {
        faults.set(Fault.connectionDropped());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> probe.call("create", "name", "Room", "meetingID", "room"));
        assertThat(node.meetings().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"load, /b3lb/load", "page, /", "index, /bigbluebutton/api"})
    void what_is_not_the_api_can_fail_too(String call, String path) throws Exception {
        faults.set(Fault.status(502), call);

        assertThat(probe.get(path).status()).isEqualTo(502);
    }
}
