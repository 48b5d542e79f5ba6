package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls about a meeting whose node is in trouble. */
@OnTestbed
class QuestionFaultsIT {

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;
    private ServerLog log;

    QuestionFaultsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makeMeeting() throws IOException {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
        Rooms.create(pool.client(), "the-room");
        log = ServerLog.fromNow(testbed.server());
    }

    @AfterEach
    void closePool() {
        node.faults().heal();
        pool.close();
    }

    /** What the node does, and what that is to somebody who joins and waits for XML. */
    static Stream<Arguments> faults() {
        Stream<Fault> wrongAnswers = Stream.of(
                Fault.loginPage(),
                Fault.halfXml(),
                Fault.emptyBody(),
                Fault.garbled(),
                Fault.status(500),
                Fault.endlessBody(),
                Fault.xmlBomb(),
                Fault.redirectTo("/"));
        Stream<Fault> noAnswers = Stream.of(Fault.truncated(), Fault.connectionDropped());
        return Stream.concat(
                wrongAnswers.map(fault -> Arguments.of(fault, "internalError")),
                noAnswers.map(fault -> Arguments.of(fault, "serverUnavailable")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_client_gets_an_error_of_bbbs_form_and_the_log_no_stack_trace(Fault fault, String ofJoin)
            throws IOException {
        node.faults().set(fault, "getMeetingInfo", "isMeetingRunning", "end", "sendChatMessage", "join");

        for (String call : new String[] {"getMeetingInfo", "isMeetingRunning", "sendChatMessage"}) {
            BbbAnswer answer = Rooms.ask(pool.client(), call, "the-room");
            assertThat(answer.http().status()).isEqualTo(200);
            assertThat(answer.messageKey()).as(call).isEqualTo("internalError");
        }
        assertThat(pool.client()
                        .get("join", Map.of("meetingID", "the-room", "fullName", "E", "redirect", "false"))
                        .messageKey())
                .isEqualTo(ofJoin);
        // Last, since a node whose answer breaks off may have ended the meeting all the same
        assertThat(Rooms.ask(pool.client(), "end", "the-room").messageKey()).isEqualTo("serverUnavailable");
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void a_kept_connection_that_the_node_closes_at_the_next_request_counts_for_nothing() throws Exception {
        node.faults().set(Fault.keptConnectionClosed());
        String slug = Rooms.slug(pool, node);

        for (int i = 0; i < 3; i++) {
            AtOnce.all(5, call -> () -> Rooms.ask(pool.client(), "getMeetingInfo", "the-room"))
                    .forEach(answer -> assertThat(answer.succeeded()).isTrue());
            pool.poll(slug);
            assertThat(Reports.of(pool, node).get("last-error").asString()).isEmpty();
            assertThat(Rooms.create(pool.client(), "room-" + i).succeeded()).isTrue();
            assertThat(pool.client()
                            .get(
                                    "join",
                                    Map.of(
                                            "meetingID",
                                            "the-room",
                                            "fullName",
                                            "E",
                                            "role",
                                            "VIEWER",
                                            "redirect",
                                            "false"))
                            .messageKey())
                    .isEqualTo("successfullyJoined");
        }
        assertThat(Rooms.ask(pool.client(), "end", "the-room").succeeded()).isTrue();
        assertThat(log.text()).doesNotContain("Node " + slug + " failed");
        assertThat(Reports.of(pool, node).get("health").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void the_meeting_stays_known_and_joins_go_on() throws IOException {
        node.faults().refuseConnections();

        assertThat(Rooms.ask(pool.client(), "end", "the-room").messageKey()).isEqualTo("serverUnavailable");
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        assertThat(pool.client()
                        .send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                        .status())
                .isEqualTo(302);
        node.faults().heal();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").succeeded())
                .isTrue();
    }

    @Test
    void a_repeated_create_does_not_move_a_meeting_from_a_node_that_is_only_suspected() throws IOException {
        pool.addNodes(1);
        node.faults().refuseConnections();

        assertThat(Rooms.create(pool.client(), "the-room").messageKey()).isEqualTo("internalError");
        assertThat(pool.nodes().get(1).requests().count("create")).isZero();
    }

    @Test
    void a_node_that_hangs_holds_a_client_no_longer_than_the_limit() throws IOException {
        node.faults().set(Fault.hang(), "getMeetingInfo");
        long start = System.nanoTime();

        BbbAnswer answer = Rooms.ask(pool.client(), "getMeetingInfo", "the-room");

        assertThat(answer.messageKey()).isEqualTo("internalError");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void questions_to_a_hanging_node_do_not_hold_up_the_other_nodes() throws Exception {
        try (Pool other = testbed.newPool(1)) {
            Rooms.create(other.client(), "their-room");
            node.faults().set(Fault.hang(), "getMeetingInfo");
            Thread impatient = new Thread(() -> askAtOnce(60));
            impatient.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> node.faults().hanging() > 5);

            assertThat(Rooms.ask(other.client(), "getMeetingInfo", "their-room").succeeded())
                    .isTrue();
            assertThat(node.faults().hanging()).isPositive();
            node.faults().heal();
            impatient.join(30_000);
        }
    }

    private void askAtOnce(int clients) {
        try {
            AtOnce.all(clients, i -> () -> Rooms.ask(pool.client(), "getMeetingInfo", "the-room"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
