package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two tenants on the same nodes, one of them with sub ids. Whatever one says of a meeting of the other's, with whatever
 * id and through whatever door, it is answered as if there were no such meeting, no node is asked, and the meeting
 * stays as it is.
 */
@OnTestbed
class IsolationIT {

    /** As ordinary as can be, and one that a node could take for the start of an internal id. */
    private static final String[] NAMES = {"their-room", "abc-0123"};

    /** Ids of meetings that never were, of each kind that is tried. */
    private static final List<String> UNKNOWN =
            List.of("never-was", "0123456789012345678901234567890123456789-1700000000000", "0123", "f-0");

    private final Testbed testbed;
    private Pool pool;
    private SecondTenant second;
    private BbbClient owner;

    IsolationIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        second = SecondTenant.in(testbed, pool);
        owner = second.client();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    static Stream<SampleCall> calls() {
        return SampleCall.all().stream();
    }

    /** All who have a right to be here, but not to the meeting. */
    private Map<String, BbbClient> strangers() {
        Map<String, BbbClient> strangers = new LinkedHashMap<>();
        strangers.put("by path", pool.client());
        strangers.put("by host", pool.clientByHost());
        strangers.put("sub id", pool.client(7, pool.addSecret(7)));
        strangers.put("another sub id of the owner's", second.client(8, second.addSecret(8)));
        return strangers;
    }

    @Test
    void every_call_is_tried() {
        assertThat(SampleCall.all())
                .extracting(SampleCall::name)
                .contains(Arrays.stream(ApiCall.values())
                        .filter(call -> call != ApiCall.GET_MEETINGS && call != ApiCall.GET_SESSIONS)
                        .map(ApiCall::wireName)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_strangers_call_about_a_meeting_is_answered_as_if_there_were_none(SampleCall call) throws IOException {
        Map<String, BbbClient> strangers = strangers();
        for (String name : NAMES) {
            VictimRoom room = VictimRoom.open(pool, owner, name);
            VictimRoom.State before = room.state();
            room.forgetRequests();

            for (Map.Entry<String, BbbClient> stranger : strangers.entrySet()) {
                assertAllAlike(call, stranger.getValue(), stranger.getKey(), room.ids());
            }

            assertThat(room.requests()).isEmpty();
            assertThat(room.state()).isEqualTo(before);
            Rooms.ask(owner, "end", name);
        }
    }

    private static void assertAllAlike(SampleCall call, BbbClient client, String who, List<String> ids)
            throws IOException {
        Visible unknown = Visible.of(call.by(client, UNKNOWN.get(0)));
        assertThat(unknown.status()).isEqualTo(200);
        for (String id : UNKNOWN) {
            assertThat(Visible.of(call.by(client, id))).as(who + ", " + id).isEqualTo(unknown);
        }
        for (String id : ids) {
            assertThat(Visible.of(call.by(client, id))).as(who + ", " + id).isEqualTo(unknown);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void with_its_own_secret_nobody_enters_under_anothers_name(SampleCall call) throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");
        VictimRoom.State before = room.state();
        room.forgetRequests();
        int port = testbed.server().httpPort();
        String slug = second.slug().toLowerCase(Locale.ROOT);
        List<BbbClient> intruders = List.of(
                pool.client().at(port, "localhost", "/b3lb/t/" + slug + "/bbb/api/"),
                pool.client().at(port, "localhost", "/b3lb/t/" + slug + "-000/bbb/api/"),
                pool.client().at(port, slug + ".localhost", "/bigbluebutton/api/"),
                second.client(8, second.addSecret(8)).at(port, slug + ".localhost", "/bigbluebutton/api/"));
        BbbClient lost = pool.client().at(port, "nobody.localhost", "/bigbluebutton/api/");

        for (BbbClient intruder : intruders) {
            for (String id : List.of("their-room", room.internalId())) {
                HttpAnswer answer = call.by(intruder, id);

                assertThat(answer.text()).contains("checksumError");
                assertThat(Visible.of(answer)).isEqualTo(Visible.of(call.by(lost, id)));
            }
        }

        assertThat(room.requests()).isEmpty();
        assertThat(room.state()).isEqualTo(before);
    }

    @Test
    void the_path_says_who_is_meant_whatever_the_host_is() throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");
        String host = second.slug().toLowerCase(Locale.ROOT) + ".localhost";
        BbbClient mine = pool.client()
                .at(
                        testbed.server().httpPort(),
                        host,
                        "/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/bbb/api/");

        assertThat(Rooms.ask(mine, "getMeetingInfo", "their-room").messageKey()).isEqualTo("notFound");
        assertThat(mine.get("getMeetings").messageKey()).isEqualTo("noMeetings");
        assertThat(room.requests()).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_strangers_meetings() throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");
        pool.slugs().forEach(pool::poll);

        for (Map.Entry<String, BbbClient> stranger : strangers().entrySet()) {
            BbbAnswer meetings = stranger.getValue().get("getMeetings");

            assertThat(meetings.messageKey()).as(stranger.getKey()).isEqualTo("noMeetings");
            assertThat(stranger.getValue().get("getSessions").http().text())
                    .as(stranger.getKey())
                    .doesNotContain(room.internalId());
        }
        assertThat(Rooms.listed(owner)).containsExactly("their-room");
    }

    /** A node that looked such an id up by itself would take it for the other meeting. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_meeting_may_have_an_id_that_means_another_one_to_a_node(int kind) throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");
        VictimRoom.State before = room.state();
        String id = room.ids().get(kind);
        BbbClient mine = pool.client();
        if (kind == 0) {
            pool.addNodes(1); // equal ids never meet on one node
        }

        String own = Rooms.create(mine, id).value("internalMeetingID");

        assertThat(own).isNotEmpty().isNotEqualTo(room.internalId());
        assertThat(Rooms.create(mine, id).messageKey()).isEqualTo("duplicateWarning");
        assertThat(Rooms.ask(mine, "getMeetingInfo", id).value("internalMeetingID"))
                .isEqualTo(own);
        assertThat(Rooms.listed(mine)).containsExactly(id);
        for (SampleCall call : SampleCall.all()) {
            if (!call.name().equals("create")) {
                call.by(mine, id);
            }
        }
        assertThat(Rooms.ask(mine, "getMeetingInfo", id).messageKey()).isEqualTo("notFound");
        pool.slugs().forEach(pool::poll);
        assertThat(Rooms.listed(mine)).isEmpty();
        assertThat(room.state()).isEqualTo(before);
    }

    @Test
    void the_owner_itself_is_answered_by_all_of_them() throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");

        for (String id : List.of("their-room", room.internalId())) {
            assertThat(Rooms.ask(owner, "getMeetingInfo", id).succeeded()).isTrue();
            assertThat(Rooms.ask(owner, "isMeetingRunning", id).value("running"))
                    .isEqualTo("true");
            assertThat(owner.send("GET", "join", "meetingID=" + id + "&fullName=E&role=VIEWER")
                            .status())
                    .isEqualTo(302);
            assertThat(owner.get("sendChatMessage", Map.of("meetingID", id, "message", "Hello"))
                            .succeeded())
                    .isTrue();
        }
        assertThat(Rooms.ask(owner, "end", room.internalId()).succeeded()).isTrue();
    }

    @Test
    void a_meeting_on_a_node_that_is_not_marked_as_ours_is_nobodys() throws IOException {
        pool.nodes().get(0).meetings().open("strange-room", "Strange", Map.of());
        pool.slugs().forEach(pool::poll);

        assertThat(Rooms.listed(owner)).isEmpty();
        assertThat(Rooms.ask(owner, "getMeetingInfo", "strange-room").messageKey())
                .isEqualTo("notFound");
        assertThat(Rooms.ask(owner, "end", "strange-room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.running(pool, "strange-room")).hasSize(1);
    }

    @Test
    void a_create_does_not_adopt_a_strangers_meeting_of_the_same_id() throws IOException {
        pool.nodes().forEach(node -> node.meetings().open("strange-room", "Strange", Map.of()));

        BbbAnswer answer = Rooms.create(owner, "strange-room");

        assertThat(answer.messageKey()).isEqualTo("internalError");
        assertThat(Rooms.listed(owner)).isEmpty();
        assertThat(Rooms.running(pool, "strange-room")).hasSize(1);
    }

    @Test
    void the_address_for_one_meetings_end_ends_no_other_whatever_id_comes_with_it() throws IOException {
        VictimRoom room = VictimRoom.open(pool, owner, "their-room");
        VictimRoom.State before = room.state();
        Rooms.create(pool.client(), "my-room");
        FakeMeeting mine = Rooms.running(pool, "my-room").get(0);
        URI told = URI.create(mine.metadata().get("endcallbackurl"));
        pool.nodes().get(0).meetings().end(mine);

        for (String id : room.ids()) {
            HttpAnswer answer = Wire.of(testbed)
                    .get(told.getRawPath() + "?" + told.getRawQuery() + "&recordingmarks=true&meetingID=" + id, "x");
            assertThat(answer.status()).isEqualTo(200);
        }

        assertThat(Rooms.listed(pool.client())).isEmpty();
        assertThat(room.state()).isEqualTo(before);
        String foreign = told.getRawQuery().replaceFirst("nonce=.*", "nonce=" + room.internalId());
        assertThat(Wire.of(testbed)
                        .get(told.getRawPath() + "?" + foreign + "&meetingID=their-room", "x")
                        .status())
                .isEqualTo(404);
        assertThat(room.state()).isEqualTo(before);
    }
}
