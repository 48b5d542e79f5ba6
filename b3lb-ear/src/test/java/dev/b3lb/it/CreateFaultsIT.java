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
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Creates while one of two nodes is in trouble. The other one has a load, so that the faulty one is asked first. */
@OnTestbed
class CreateFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode faulty;
    private FakeBbbNode good;

    CreateFaultsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
        faulty = pool.nodes().get(0);
        good = pool.nodes().get(1);
        good.setLoad(9_000);
        pool.poll(pool.slugs().get(1));
    }

    @AfterEach
    void closePool() {
        faulty.faults().heal();
        pool.close();
    }

    private ModelNode report(FakeBbbNode node) {
        return Reports.of(pool, node);
    }

    private void assertOnlyOnTheGoodNode(BbbAnswer answer) throws IOException {
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(answer.http().text()).doesNotContain("b3lb");
        assertThat(Rooms.running(good, "the-room")).hasSize(1);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(Rooms.running(faulty, "the-room"))
                .isEmpty());
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").succeeded())
                .isTrue();
    }

    @Test
    void the_faulty_node_would_be_asked_first() throws IOException {
        Rooms.create(pool.client(), "the-room");

        assertThat(Rooms.home(pool, "the-room")).isSameAs(faulty);
    }

    @Test
    void a_node_that_refuses_connections_is_passed_over_and_suspected() throws IOException {
        faulty.faults().refuseConnections();

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertOnlyOnTheGoodNode(answer);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(faulty).get("last-error").asString().contains("no connection"));
        assertThat(report(faulty).get("health").asString()).isIn("SUSPECT", "DOWN");
        assertThat(report(faulty).get("since").asString()).isNotEmpty();
        assertThat(report(good).get("health").asString()).isEqualTo("ACTIVE");
    }

    static Stream<Fault> badAnswers() {
        return Stream.of(
                Fault.loginPage(),
                Fault.halfXml(),
                Fault.emptyBody(),
                Fault.garbled(),
                Fault.status(500),
                Fault.status(503),
                Fault.redirectTo("http://127.0.0.1:1/"),
                Fault.endlessBody(),
                Fault.xmlBomb(),
                Fault.externalEntity("file:///etc/passwd"),
                Fault.truncated(),
                Fault.connectionDropped());
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void a_node_that_answers_nonsense_is_passed_over(Fault fault) throws IOException {
        faulty.faults().set(fault, "create", "getMeetingInfo");
        ServerLog log = ServerLog.fromNow(testbed.server());

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertOnlyOnTheGoodNode(answer);
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void a_create_whose_answer_was_lost_succeeds_where_it_was_done() throws IOException {
        faulty.faults().setNext(1, Fault.answerLost(), "create");

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(answer.messageKey()).isEmpty();
        assertThat(Rooms.home(pool, "the-room")).isSameAs(faulty);
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        assertThat(good.requests().count("create")).isZero();
    }

    @Test
    void a_wrong_secret_makes_the_next_node_be_asked_and_is_named() throws IOException {
        faulty.faults().set(Fault.failed("checksumError", "Checksums do not match"), "create", "getMeetings");

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertOnlyOnTheGoodNode(answer);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(faulty).get("last-error").asString().contains("wrong secret"));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(faulty).get("health").asString().equals("DOWN"));
        assertThat(report(faulty).get("last-error").asString()).contains("wrong secret");
    }

    @Test
    void a_strangers_meeting_of_the_same_id_makes_the_next_node_be_asked() throws IOException {
        faulty.meetings().open("the-room", "Strange", Map.of());

        BbbAnswer answer = Rooms.create(pool.client(), "the-room", Map.of("attendeePW", "ap", "moderatorPW", "mp"));

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(good, "the-room")).hasSize(1);
        assertThat(Rooms.running(faulty, "the-room")).hasSize(1);
    }

    @Test
    void an_error_of_the_request_itself_goes_to_the_client_and_does_not_hurt_the_node() throws IOException {
        faulty.faults().set(Fault.failed("guestPolicyInvalid", "No such policy"), "create");

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.messageKey()).isEqualTo("guestPolicyInvalid");
        assertThat(answer.value("message")).isEqualTo("No such policy");
        assertThat(good.requests().count("create")).isZero();
        assertThat(report(faulty).get("health").asString()).isEqualTo("ACTIVE");
        faulty.faults().heal();
        assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
    }

    @Test
    void when_no_node_works_the_client_is_told_and_nothing_stays_behind() throws IOException {
        faulty.faults().refuseConnections();
        good.faults().refuseConnections();

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.messageKey()).isEqualTo("internalError");
        assertThat(Rooms.listed(pool.client())).isEmpty();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").messageKey())
                .isEqualTo("notFound");
        good.faults().heal();
        pool.poll(pool.slugs().get(1));
        assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
    }

    @Test
    @Tag("full")
    void a_create_that_hangs_moves_on_and_its_late_copy_is_ended() throws IOException {
        faulty.faults().setNext(1, Fault.delay(Duration.ofSeconds(22)), "create");

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(good, "the-room")).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> faulty.requests().count("end") > 0);
        assertOnlyOnTheGoodNode(answer);
    }

    @Test
    @Tag("full")
    void a_create_ends_within_its_time_when_every_node_hangs() throws IOException {
        faulty.faults().set(Fault.hang(), "create", "getMeetingInfo");
        good.faults().set(Fault.hang(), "create", "getMeetingInfo");
        long start = System.nanoTime();

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.messageKey()).isEqualTo("internalError");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(35));
        assertThat(Rooms.listed(pool.client())).isEmpty();
    }
}
