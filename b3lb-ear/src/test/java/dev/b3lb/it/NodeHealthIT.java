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
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A node on its way down and up again, as polls see it. */
@OnTestbed
class NodeHealthIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;

    NodeHealthIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
    }

    @AfterEach
    void closePool() {
        node.faults().heal();
        pool.close();
    }

    private ModelNode report() {
        return pool.servers().get(0);
    }

    private void awaitHealth(String health) {
        Awaitility.await().atMost(SOON).until(() -> {
            pool.poll(pool.slugs().get(0)); // so that nobody has to wait for the interval
            return report().get("health").asString().equals(health);
        });
    }

    private int joinStatus() throws IOException {
        return pool.client()
                .send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                .status();
    }

    @Test
    void a_node_that_fails_is_suspected_then_down_and_well_again_after_one_good_poll() throws IOException {
        Rooms.create(pool.client(), "the-room");
        node.faults().set(Fault.status(502), "getMeetings");

        pool.poll(pool.slugs().get(0));
        assertThat(report().get("health").asString()).isIn("SUSPECT", "DOWN");
        assertThat(report().get("last-error").asString()).contains("HTTP status 502");
        awaitHealth("DOWN");
        assertThat(report().get("online").asBoolean()).isFalse();
        assertThat(report().get("load").asDouble()).isEqualTo(-1);

        node.faults().heal();
        awaitHealth("ACTIVE");
        assertThat(report().get("last-error").asString()).isEmpty();
        assertThat(report().get("ramp").asDouble()).isGreaterThanOrEqualTo(0.1).isLessThan(1);
        assertThat(joinStatus()).isEqualTo(302);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.status(502), "HTTP status 502"),
                Arguments.of(Fault.redirectTo("/elsewhere"), "HTTP status 302"),
                Arguments.of(Fault.answerLost(), "the connection broke"),
                Arguments.of(Fault.loginPage(), "unreadable answer: the answer is an HTML page, or"),
                Arguments.of(Fault.emptyBody(), "unreadable answer: the answer is not well-formed XML at line 1"),
                Arguments.of(Fault.xmlBomb(), "unreadable answer: the answer is an HTML page, or has a document type"),
                Arguments.of(Fault.failed("internalError", "Broken"), "the node answered FAILED: internalError"),
                Arguments.of(
                        Fault.failed("checksumError", "No"), "the node answered FAILED: checksumError (wrong secret)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_is_wrong_and_since_when_stands_in_the_report_until_a_good_poll(Fault fault, String words) {
        node.faults().set(fault, "getMeetings");
        pool.poll(pool.slugs().get(0));
        String since = report().get("since").asString();
        assertThat(report().get("last-error").asString()).startsWith(words);
        assertThat(Instant.parse(since))
                .isAfter(Instant.parse(report().get("last-good-poll").asString()));

        pool.poll(pool.slugs().get(0));
        assertThat(report().get("since").asString()).isEqualTo(since);

        node.faults().heal();
        pool.poll(pool.slugs().get(0));
        assertThat(report().get("last-error").asString()).isEmpty();
        assertThat(report().get("since").asString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://no-such-host.invalid/bigbluebutton/api/, no connection: the host name is unknown",
        "http://localhost:1/bigbluebutton/api/, no connection: refused or unreachable",
        "https://localhost:PORT/bigbluebutton/api/, 'no connection: none in time: a firewall, a wrong port, or no TLS'"
    })
    void an_address_that_leads_nowhere_is_told_apart(String url, String words) {
        testbed.operations()
                .call("setnode", Map.of("slug", pool.slugs().get(0), "url", url.replace("PORT", "" + node.port())));

        pool.poll(pool.slugs().get(0));

        assertThat(report().get("last-error").asString()).startsWith(words);
    }

    @Test
    void while_it_is_down_its_meetings_are_listed_but_not_joined_or_ended() throws IOException {
        Rooms.create(pool.client(), "the-room");
        node.faults().refuseConnections();
        awaitHealth("DOWN");

        BbbAnswer join = BbbAnswer.of(pool.client().send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER"));
        assertThat(join.messageKey()).isEqualTo("serverUnavailable");
        assertThat(Rooms.ask(pool.client(), "end", "the-room").messageKey()).isEqualTo("serverUnavailable");
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");

        node.faults().heal();
        awaitHealth("ACTIVE");
        assertThat(joinStatus()).isEqualTo(302);
    }

    @Test
    void a_node_that_forgot_everything_loses_its_meetings_which_can_be_created_anew() throws IOException {
        String before = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        node.forget();

        Awaitility.await().atMost(SOON).until(() -> Rooms.listed(pool.client()).isEmpty());

        BbbAnswer again = Rooms.create(pool.client(), "the-room");
        assertThat(again.succeeded()).isTrue();
        assertThat(again.messageKey()).isEmpty();
        assertThat(again.value("internalMeetingID")).isNotEqualTo(before);
    }

    @Test
    void a_meeting_that_was_created_anew_on_a_node_that_forgot_it_is_not_closed_for_its_first_life()
            throws IOException {
        Rooms.create(pool.client(), "the-room");
        node.forget();

        BbbAnswer again = Rooms.create(pool.client(), "the-room");
        for (int poll = 0; poll < 3; poll++) {
            pool.poll(pool.slugs().get(0));
        }

        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(again.value("internalMeetingID"));
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void a_slow_node_does_not_delay_the_polls_of_others() {
        try (Pool other = testbed.newPool(1)) {
            node.faults().set(Fault.hang(), "getMeetings", "load");
            Awaitility.await().atMost(SOON).until(() -> node.faults().hanging() > 0);
            long before = other.nodes().get(0).requests().count("getMeetings");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(9))
                    .until(() -> other.nodes().get(0).requests().count("getMeetings") >= before + 2);

            assertThat(node.faults().hanging()).isPositive();
        }
    }

    @Test
    void a_node_without_a_load_url_is_judged_by_its_meetings() {
        node.faults().set(Fault.status(404), "load");

        pool.poll(pool.slugs().get(0));

        assertThat(report().get("health").asString()).isEqualTo("ACTIVE");
        assertThat(report().get("load").asDouble()).isNotNegative();
    }

    @Test
    void a_list_with_one_strange_meeting_is_read_for_all_others() throws IOException {
        Rooms.create(pool.client(), "the-room");
        node.meetings().open("x".repeat(250), "\u2028 <&> " + "ü".repeat(240), Map.of("meta_empty", ""));

        pool.poll(pool.slugs().get(0));

        assertThat(report().get("health").asString()).isEqualTo("ACTIVE");
        assertThat(report().get("meetings").asInt()).isEqualTo(2);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }
}
