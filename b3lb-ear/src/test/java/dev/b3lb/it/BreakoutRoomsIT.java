package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breakout rooms, those that a client creates and those that a meeting's people make on the node. */
@OnTestbed
class BreakoutRoomsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String DOCUMENT =
            "<modules><module name=\"presentation\"><document name=\"a.txt\">aGVsbG8=</document></module></modules>";

    private final Testbed testbed;
    private Pool pool;
    private BbbClient client;

    BreakoutRoomsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(3);
        client = pool.client();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private BbbAnswer createRoom(BbbClient by, String meetingId, String parentId) throws IOException {
        return Rooms.create(by, meetingId, Map.of("isBreakout", "true", "parentMeetingID", parentId, "sequence", "1"));
    }

    private void pollTwice(FakeBbbNode node) {
        String slug = Rooms.slug(pool, node);
        IntStream.range(0, 2).forEach(i -> pool.poll(slug));
    }

    @Test
    void rooms_are_created_where_their_main_meeting_is() throws IOException {
        String parent = Rooms.create(client, "main").value("internalMeetingID");
        FakeBbbNode home = Rooms.home(pool, "main");
        for (String named : List.of("main", parent)) {
            for (int i = 0; i < 4; i++) {
                BbbAnswer room = createRoom(client, "room-" + named.length() + "-" + i, named);
                assertThat(room.succeeded()).as(room.toString()).isTrue();
                assertThat(room.value("parentMeetingID")).isEqualTo(parent);
                assertThat(home.meetings().find(room.value("internalMeetingID")))
                        .isPresent();
            }
        }
    }

    @Test
    void a_room_is_found_by_the_id_that_the_client_gave_and_by_those_of_the_node() throws IOException {
        Rooms.create(client, "main");
        BbbAnswer room = createRoom(client, "room", "main");
        for (String id : List.of("room", room.value("meetingID"), room.value("internalMeetingID"))) {
            assertThat(Rooms.ask(client, "getMeetingInfo", id).value("internalMeetingID"))
                    .isEqualTo(room.value("internalMeetingID"));
        }
    }

    @Test
    void a_room_stays_known_and_is_listed_once() throws IOException {
        Rooms.create(client, "main");
        String room = createRoom(client, "room", "main").value("internalMeetingID");
        pollTwice(Rooms.home(pool, "main"));
        BbbAnswer listed = client.get("getMeetings");
        assertThat(listed.values("meetings/meeting/internalMeetingID"))
                .hasSize(2)
                .contains(room);
        assertThat(listed.value("meetings/meeting[internalMeetingID='" + room + "']/isBreakout"))
                .isEqualTo("true");
        assertThat(Rooms.ask(client, "end", "room").succeeded()).isTrue();
        assertThat(Rooms.ask(client, "getMeetingInfo", "room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(client, "getMeetingInfo", "main").succeeded()).isTrue();
    }

    @Test
    void rooms_that_the_node_made_are_listed_with_their_meeting_and_never_taken_for_it() throws IOException {
        String main = Rooms.create(client, "main", Map.of("meta_endCallbackUrl", "https://front.example.org/end"))
                .value("internalMeetingID");
        FakeBbbNode home = Rooms.home(pool, "main");
        FakeMeeting meeting = home.meetings().find("main").orElseThrow();
        List<FakeMeeting> rooms = home.meetings().openBreakouts(meeting, 2);
        assertThat(rooms).allMatch(room -> room.metadata().containsKey("b3lb-id"));
        pollTwice(home);
        BbbAnswer listed = client.get("getMeetings");
        assertThat(listed.values("meetings/meeting/internalMeetingID"))
                .containsExactlyInAnyOrder(
                        main, rooms.get(0).internalId(), rooms.get(1).internalId());
        assertThat(listed.values("meetings/meeting/metadata/endcallbackurl"))
                .containsExactly(
                        "https://front.example.org/end",
                        "https://front.example.org/end",
                        "https://front.example.org/end");
        assertThat(Rooms.ask(client, "getMeetingInfo", "main").value("internalMeetingID"))
                .isEqualTo(main);
    }

    /** A room that people have made in a new meeting, as soon as polls have told it. */
    private FakeMeeting roomInside(BbbClient owner, String main) throws IOException {
        Rooms.create(owner, main, Map.of("meta_endCallbackUrl", "https://front.example.org/end"));
        FakeBbbNode home = Rooms.home(pool, main);
        FakeMeeting room = home.meetings()
                .openBreakouts(home.meetings().find(main).orElseThrow(), 2)
                .get(1);
        pool.poll(Rooms.slug(pool, home));
        Awaitility.await().atMost(SOON).until(() -> owner.get("getMeetings")
                .values("meetings/meeting/internalMeetingID")
                .contains(room.internalId()));
        return room;
    }

    private static List<String> ids(FakeMeeting room) {
        return List.of(room.externalId(), room.internalId());
    }

    @Test
    void a_room_that_people_made_answers_calls_by_both_of_its_ids() throws IOException {
        FakeMeeting room = roomInside(client, "main");
        room.addAttendees(Crowd.of(1));
        for (String id : ids(room)) {
            BbbAnswer info = Rooms.ask(client, "getMeetingInfo", id);
            assertThat(info.value("internalMeetingID")).isEqualTo(room.internalId());
            assertThat(info.value("metadata/endcallbackurl")).isEqualTo("https://front.example.org/end");
            assertThat(info.http().text()).doesNotContain("b3lb");
            assertThat(client.get(
                                    "join",
                                    Map.of("meetingID", id, "fullName", "E", "role", "VIEWER", "redirect", "false"))
                            .value("meeting_id"))
                    .isEqualTo(room.internalId());
            assertThat(Rooms.ask(client, "isMeetingRunning", id).value("running"))
                    .isEqualTo("true");
            assertThat(BbbAnswer.of(client.post("insertDocument", "meetingID=" + id, "text/xml", DOCUMENT))
                            .succeeded())
                    .isTrue();
            assertThat(client.get("sendChatMessage", Map.of("meetingID", id, "message", "Hello " + id))
                            .succeeded())
                    .isTrue();
            assertThat(room.chat()).anyMatch(message -> message.contains("Hello " + id));
        }
        assertThat(room.documents()).hasSize(2);
    }

    @Test
    void a_join_of_a_room_that_people_made_is_sent_to_it_without_a_call_to_its_node() throws IOException {
        FakeMeeting room = roomInside(client, "main");
        FakeBbbNode home = Rooms.home(pool, "main");
        home.faults().set(Fault.status(500), "getMeetingInfo", "join");
        for (String id : ids(room)) {
            assertThat(client.send("GET", "join", "fullName=E&role=VIEWER&meetingID=" + id)
                            .header("Location")
                            .orElseThrow())
                    .startsWith(home.origin())
                    .contains("meetingID=" + room.internalId());
        }
    }

    @Test
    void the_end_of_a_room_that_people_made_ends_the_room_and_nothing_else() throws IOException {
        FakeMeeting room = roomInside(client, "main");
        FakeBbbNode home = Rooms.home(pool, "main");
        assertThat(Rooms.ask(client, "end", room.externalId()).messageKey()).isEqualTo("sentEndMeetingRequest");
        assertThat(room.isEnded()).isTrue();
        assertThat(Rooms.running(home, "main")).hasSize(1);
        pollTwice(home);
        assertThat(Rooms.ask(client, "getMeetingInfo", "main").succeeded()).isTrue();
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            for (String id : ids(room)) {
                assertThat(client.send("GET", "join", "fullName=E&role=VIEWER&meetingID=" + id)
                                .text())
                        .contains("notFound");
            }
        });
        assertThat(client.get("getMeetings").values("meetings/meeting/internalMeetingID"))
                .hasSize(2)
                .doesNotContain(room.internalId());
    }

    @Test
    void nobody_but_the_meetings_owner_reaches_a_room_that_people_made() throws IOException {
        BbbClient first = pool.client(1, pool.addSecret(1));
        BbbClient second = pool.client(2, pool.addSecret(2));
        FakeMeeting room = roomInside(first, "main");
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            Rooms.create(other.client(), "theirs");
            for (String id : ids(room)) {
                for (BbbClient stranger : List.of(other.client(), second)) {
                    for (String call : List.of("getMeetingInfo", "end", "join")) {
                        assertThat(stranger.get(call, Map.of("meetingID", id, "fullName", "E", "role", "VIEWER"))
                                        .messageKey())
                                .as(call)
                                .isEqualTo("notFound");
                    }
                    assertThat(stranger.get("sendChatMessage", Map.of("meetingID", id, "message", "x"))
                                    .succeeded())
                            .isFalse();
                    assertThat(Rooms.ask(stranger, "isMeetingRunning", id).value("running"))
                            .isEqualTo("false");
                    assertThat(createRoom(stranger, "room", id).messageKey()).isEqualTo("parentMeetingDoesNotExist");
                }
                for (BbbClient owner : List.of(first, client)) {
                    assertThat(Rooms.ask(owner, "getMeetingInfo", id).value("internalMeetingID"))
                            .isEqualTo(room.internalId());
                }
                assertThat(createRoom(first, "room", id).messageKey()).isEqualTo("parentMeetingDoesNotExist");
            }
        }
        assertThat(room.isEnded()).isFalse();
        assertThat(room.chat()).isEmpty();
    }

    @Test
    void a_room_needs_a_main_meeting() throws IOException {
        BbbAnswer answer = Rooms.create(client, "room", Map.of("isBreakout", "true"));
        assertThat(answer.http().text())
                .isEqualTo("<response><returncode>FAILED</returncode><messageKey>parentMeetingIDMissing</messageKey>"
                        + "<message>No parent meeting ID was provided for the breakout room.</message></response>");
    }

    @Test
    void the_main_meeting_has_to_be_the_tenants_own() throws IOException {
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            String internal = Rooms.create(other.client(), "main").value("internalMeetingID");
            for (String id : List.of("main", internal, "nobody")) {
                assertThat(createRoom(client, "room", id).http().text())
                        .isEqualTo("<response><returncode>FAILED</returncode>"
                                + "<messageKey>parentMeetingDoesNotExist</messageKey>"
                                + "<message>No parent meeting exists for the breakout room.</message></response>");
            }
        }
    }

    @Test
    void a_room_can_be_made_in_a_meeting_on_a_node_in_maintenance() throws IOException {
        Rooms.create(client, "main");
        FakeBbbNode home = Rooms.home(pool, "main");
        testbed.operations().call("maintenance", Map.of("slug", Rooms.slug(pool, home), "on", "true"));
        BbbAnswer room = createRoom(client, "room", "main");
        assertThat(room.succeeded()).as(room.toString()).isTrue();
        assertThat(home.meetings().find(room.value("internalMeetingID"))).isPresent();
    }

    private String mainMeetingOn(FakeBbbNode node) throws IOException {
        for (int i = 0; i < 30; i++) {
            Rooms.create(client, "main-" + i);
            if (Rooms.home(pool, "main-" + i).equals(node)) {
                return "main-" + i;
            }
        }
        throw new AssertionError("No meeting came to " + node);
    }

    @Test
    void a_room_is_never_taken_for_another_tenants_meeting_whose_id_it_begins_with() throws IOException {
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            String victim = Rooms.create(other.client(), "Weekly").value("internalMeetingID");
            String main = mainMeetingOn(Rooms.home(pool, "Weekly"));
            assertThat(createRoom(client, "Weekly-meeting", main).succeeded()).isTrue();
            assertThat(Rooms.ask(other.client(), "getMeetingInfo", "Weekly").value("internalMeetingID"))
                    .isEqualTo(victim);
        }
    }

    @Test
    void rooms_of_two_tenants_may_have_the_same_id_on_one_node() throws IOException {
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            Rooms.create(other.client(), "theirs");
            String main = mainMeetingOn(Rooms.home(pool, "theirs"));
            String room = createRoom(other.client(), "group-1", "theirs").value("internalMeetingID");
            BbbAnswer answer = createRoom(client, "group-1", main);
            assertThat(answer.succeeded()).as(answer.toString()).isTrue();
            assertThat(Rooms.ask(client, "end", "group-1").succeeded()).isTrue();
            assertThat(Rooms.ask(other.client(), "getMeetingInfo", "group-1").value("internalMeetingID"))
                    .isEqualTo(room);
        }
    }

    @Test
    void a_room_whose_server_died_before_it_could_confirm_it_gets_the_nodes_ids_from_a_poll() throws Exception {
        Rooms.create(client, "main");
        String onNode = createRoom(client, "unconfirmed-room", "main").value("meetingID");
        try (Connection database = testbed.postgres().connect();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update b3lb.meeting set state = 'PENDING', confirmed_at = null,"
                    + " internal_meeting_id = null, id_on_node = null where meeting_id = 'unconfirmed-room'");
            pollTwice(Rooms.home(pool, "main"));
            try (ResultSet row = statement.executeQuery(
                    "select id_on_node from b3lb.meeting where meeting_id = 'unconfirmed-room' and state = 'OPEN'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(onNode);
            }
        }
    }
}
