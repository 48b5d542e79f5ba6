package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A node that sends what no BBB sends, wherever it is listened to: in polls (list, load, version), in the answer to a
 * create, and in answers to clients' questions. Beside it stands a node that is well.
 */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileNodeIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long MEBIBYTE = 1 << 20;

    private final Testbed testbed;
    private CallbackReceiver elsewhere;
    private Pool pool;
    private FakeBbbNode hostile;
    private FakeBbbNode good;
    private ServerLog log;

    HostileNodeIT(Testbed testbed) {
        this.testbed = testbed;
    }

    /** What it sends. Where nothing in it is wrong for some way of reading, that way's test leaves it out. */
    enum Answer {
        LOGIN_PAGE,
        GARBLED,
        EMPTY,
        HALF,
        TRUNCATED,
        UTF_16,
        FAILED,
        NO_RETURN_CODE,
        NO_LIST_NO_ID,
        STATUS_404,
        STATUS_500,
        STATUS_502,
        STATUS_503,
        REDIRECT,
        HUNDRED_MEBIBYTES,
        ENDLESS,
        MILLION_MEETINGS,
        BILLION_LAUGHS,
        EXTERNAL_ENTITY,
        EXTERNAL_DTD,
        DEEP,
        MANY_ATTRIBUTES
    }

    private Fault fault(Answer answer) {
        return switch (answer) {
            case LOGIN_PAGE -> Fault.loginPage();
            case GARBLED -> Fault.garbled();
            case EMPTY -> Fault.emptyBody();
            case HALF -> Fault.halfXml();
            case TRUNCATED -> Fault.truncated();
            case UTF_16 -> Fault.encoded(StandardCharsets.UTF_16);
            case FAILED -> Fault.failed("internalError", "The node has no idea");
            case NO_RETURN_CODE -> Fault.without("returncode");
            case NO_LIST_NO_ID -> Fault.without("meetings", "internalMeetingID");
            case STATUS_404 -> Fault.status(404);
            case STATUS_500 -> Fault.status(500);
            case STATUS_502 -> Fault.status(502);
            case STATUS_503 -> Fault.status(503);
            case REDIRECT -> Fault.redirectTo(elsewhere.url("/redirected"));
            case HUNDRED_MEBIBYTES -> Fault.largeBody(100 * MEBIBYTE);
            case ENDLESS -> Fault.endlessBody();
            case MILLION_MEETINGS -> Fault.thousandsOfMeetings(1_000);
            case BILLION_LAUGHS -> Fault.xmlBomb();
            case EXTERNAL_ENTITY -> Fault.externalEntity(elsewhere.url("/entity"));
            case EXTERNAL_DTD -> Fault.externalDtd(elsewhere.url("/dtd"));
            case DEEP -> Fault.deepNesting(20_000);
            case MANY_ATTRIBUTES -> Fault.manyAttributes(100_000);
        };
    }

    @BeforeAll
    void makePool() throws IOException {
        elsewhere = new CallbackReceiver();
        pool = testbed.newPool(2);
        hostile = pool.nodes().get(0);
        good = pool.nodes().get(1);
    }

    /** One room on the hostile node; further ones would be created there too. */
    @BeforeEach
    void makeRoom() throws IOException {
        good.setLoad(9_000);
        pool.slugs().forEach(pool::poll);
        assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
        assertThat(Rooms.home(pool, "the-room")).isSameAs(hostile);
        log = ServerLog.fromNow(testbed.server());
    }

    /** Whatever it was sent, the server has called nobody else, and its log has a sentence for it at the most. */
    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(elsewhere.calls()).isEmpty();
        assertThat(log.stackTraces()).isEmpty();
        assertThat(log.text()).doesNotContain("root:", "OutOfMemory");
        hostile.faults().heal();
        awaitHealth("ACTIVE");
        for (String room : Rooms.listed(pool.client())) {
            Rooms.ask(pool.client(), "end", room);
        }
    }

    @AfterAll
    void closePool() {
        pool.close();
        elsewhere.close();
    }

    private ModelNode report(FakeBbbNode node) {
        return Reports.of(pool, node);
    }

    private void pollHostile() {
        pool.poll(Rooms.slug(pool, hostile));
    }

    private void awaitHealth(String health) {
        Awaitility.await().atMost(SOON).until(() -> {
            pollHostile();
            return report(hostile).get("health").asString().equals(health);
        });
    }

    private void assertEverybodyElseIsServed() throws IOException {
        assertThat(report(good).get("health").asString()).isEqualTo("ACTIVE");
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        BbbAnswer other = Rooms.create(pool.client(), "another-room");
        assertThat(other.succeeded()).as(other.toString()).isTrue();
        assertThat(Rooms.home(pool, "another-room")).isSameAs(good);
    }

    /** What is odd about one meeting in a list leaves the others alone. */
    @ParameterizedTest
    @EnumSource(names = {"DEEP", "MANY_ATTRIBUTES"})
    void a_list_with_a_meeting_that_nobody_can_read_is_a_list_all_the_same(Answer answer) throws IOException {
        hostile.faults().set(fault(answer), "getMeetings");

        pollHostile();

        assertThat(report(hostile).get("health").asString()).isEqualTo("ACTIVE");
        assertThat(report(hostile).get("unreadable-meetings").asString()).isEqualTo("of no known id");
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEEP", "MANY_ATTRIBUTES"})
    void a_list_that_is_none_is_a_bad_poll_with_a_reason_in_words(Answer answer) throws IOException {
        hostile.faults().set(fault(answer), "getMeetings");

        pollHostile();

        assertThat(report(hostile).get("health").asString()).isIn("SUSPECT", "DOWN");
        assertThat(report(hostile).get("last-error").asString())
                .matches("[a-zA-Z0-9 ,:'()-]{10,150}")
                .doesNotContain("Exception");
        assertEverybodyElseIsServed();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FAILED") // that is the node's answer to the client
    void an_answer_to_a_create_that_is_none_makes_the_next_node_be_asked(Answer answer) throws IOException {
        hostile.faults().set(fault(answer), "create", "getMeetingInfo");

        BbbAnswer created = Rooms.create(pool.client(), "another-room");

        assertThat(created.succeeded()).as(created.toString()).isTrue();
        Awaitility.await().atMost(SOON).until(() -> Rooms.running(hostile, "another-room")
                .isEmpty());
        assertThat(Rooms.running(good, "another-room")).hasSize(1);
        assertThat(report(hostile).get("health").asString()).isNotEqualTo("DOWN");
    }

    @Test
    void a_create_whose_answer_has_an_id_of_a_megabyte_goes_to_the_next_node() throws IOException {
        String id = "<internalMeetingID>" + "7".repeat(1_000_000);
        hostile.faults()
                .set(Fault.changed("long id", body -> body.replaceAll("<internalMeetingID>[^<]*", id)), "create");

        BbbAnswer created = Rooms.create(pool.client(), "another-room");

        assertThat(created.succeeded()).as(created.toString()).isTrue();
        assertThat(Rooms.running(good, "another-room")).hasSize(1);
    }

    @Test
    void failed_for_a_create_goes_to_the_client_as_it_is() throws IOException {
        hostile.faults().set(fault(Answer.FAILED), "create");

        BbbAnswer created = Rooms.create(pool.client(), "another-room");

        assertThat(created.messageKey()).isEqualTo("internalError");
        assertThat(created.value("message")).isEqualTo("The node has no idea");
        assertThat(Rooms.running(pool, "another-room")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NO_LIST_NO_ID") // which an answer about one meeting need not have
    void an_answer_to_a_question_that_is_none_is_an_error_of_bbbs_form(Answer answer) throws IOException {
        hostile.faults().set(fault(answer), "getMeetingInfo", "isMeetingRunning", "end");

        for (String call : new String[] {"getMeetingInfo", "isMeetingRunning", "end"}) {
            BbbAnswer told = Rooms.ask(pool.client(), call, "the-room");
            assertThat(told.http().status()).isEqualTo(200);
            assertThat(told.succeeded()).isFalse();
            assertThat(told.messageKey()).as(call).isIn("internalError", "serverUnavailable");
            assertThat(told.value("message")).matches("[a-zA-Z ,./']{10,100}");
        }
        // Some of the answers are spoiled after the meeting was ended as it should be
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Rooms.listed(pool.client()).isEmpty()
                        == Rooms.running(hostile, "the-room").isEmpty());
    }

    /** The version is asked when a node was not well. */
    @ParameterizedTest
    @EnumSource
    void a_load_and_a_version_that_are_none_do_not_matter(Answer answer) throws IOException {
        hostile.faults().set(fault(answer), "index", "load");
        hostile.faults().set(Fault.status(500), "getMeetings");
        pollHostile();
        assertThat(report(hostile).get("health").asString()).isEqualTo("SUSPECT");
        long before = hostile.requests().count("index");
        hostile.faults().set(Fault.changed("nothing any more", UnaryOperator.identity()), "getMeetings");

        awaitHealth("ACTIVE");

        assertThat(hostile.requests().count("index")).isGreaterThan(before);
        assertThat(report(hostile).get("last-error").asString()).isEmpty();
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void another_encoding_spoils_only_what_it_garbles() throws IOException {
        Rooms.create(pool.client(), "another-room", Map.of("name", "Grüße"));
        hostile.faults().set(Fault.encoded(StandardCharsets.ISO_8859_1), "getMeetings");

        pollHostile();

        assertThat(report(hostile).get("health").asString()).isEqualTo("ACTIVE");
        assertThat(pool.client().get("getMeetings").values("meetings/meeting/meetingName"))
                .containsExactlyInAnyOrder("Room the-room", "Gr\ufffd\ufffde");
    }

    /** What a node leaves out is unknown, not false; only the ids are needed to tell meetings apart. */
    @Test
    void a_list_without_counts_and_times_is_read() throws IOException {
        hostile.faults()
                .set(
                        Fault.without("createTime", "participantCount", "moderatorCount", "attendees", "voiceBridge"),
                        "getMeetings");

        for (int poll = 0; poll < 3; poll++) {
            pollHostile();
        }

        assertThat(report(hostile).get("health").asString()).isEqualTo("ACTIVE");
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").succeeded())
                .isTrue();
    }

    /** Each value is one that the node's list has for our own meeting. */
    @Test
    void a_value_of_a_megabyte_spoils_at_most_its_meeting() throws IOException {
        Rooms.create(pool.client(), "another-room");
        String internalId = Rooms.running(hostile, "the-room").get(0).internalId();
        for (String element :
                new String[] {"meetingID", "internalMeetingID", "meetingName", "voiceBridge", "createTime"}) {
            String value = "7".repeat(1_000_000);
            hostile.faults()
                    .set(
                            Fault.changed("long " + element, body -> longer(body, internalId, element, value)),
                            "getMeetings");

            pollHostile();

            assertThat(report(hostile).get("health").asString()).as(element).isEqualTo("ACTIVE");
            assertThat(Rooms.listed(pool.client())).as(element).contains("another-room");
            hostile.faults().heal();
            pollHostile();
        }
    }

    /** The list with another value in one element of one meeting. */
    private static String longer(String list, String internalId, String element, String value) {
        int meeting = list.lastIndexOf("<meeting>", list.indexOf(internalId));
        int start = list.indexOf("<" + element + ">", meeting);
        return list.substring(0, start)
                + "<" + element + ">" + value
                + list.substring(list.indexOf("</" + element + ">", start));
    }
}
