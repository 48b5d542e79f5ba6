package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.callback.FakeOutbox;
import dev.b3lb.callback.NewCallback;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.server.CapturedLog;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingEndsTest {

    private static final String URL = "https://lms.example.com/end?token=t";

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final PoolNode node = SomeNodes.node("a");
    private final FakeMeetingStore store = new FakeMeetingStore();
    private final FakeOutbox outbox = new FakeOutbox();
    private final OpenMeetings open = new OpenMeetings();
    private final ScriptedCalls calls = new ScriptedCalls();
    private final FixedConfigurations configurations =
            new FixedConfigurations().with(acme).with(node);
    private final EndedMeetings ended = new EndedMeetings(
            store,
            open,
            new MeetingListings(store, SomeSettings.with(), SomeMeters.meters()),
            new FakeEvent<>(),
            new MeetingLog(configurations));
    private final MeetingEnds ends = new MeetingEnds(
            store,
            new EndRecords(store, outbox),
            ended,
            new EndCallbacks(configurations),
            configurations,
            calls,
            SomeSettings.with(),
            Runnable::run);

    private PlacedMeeting put(PlacedMeeting meeting) {
        store.put(meeting);
        open.put(meeting);
        return meeting;
    }

    private PlacedMeeting room() {
        return put(SomeMeetings.keeping(Map.of("endcallbackurl", URL), SomeMeetings.open(acme, node, "room")));
    }

    private boolean tell(PlacedMeeting meeting, boolean recordingMarks) {
        return ends.told(meeting.nonce(), recordingMarks).toCompletableFuture().join();
    }

    private static NodeReply info(UUID marker, String more) {
        return ScriptedCalls.answer(
                "<returncode>SUCCESS</returncode>" + more + "<metadata><b3lb-id>" + marker + "</b3lb-id></metadata>");
    }

    private static Stream<NodeReply> answersOfTheEnd() {
        return Stream.of(
                ScriptedCalls.failed("notFound"),
                ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT),
                ScriptedCalls.failure(NodeFailure.Kind.NO_CONNECTION),
                ScriptedCalls.failed("checksumError"),
                info(UUID.randomUUID(), "<hasBeenForciblyEnded>false</hasBeenForciblyEnded><endTime>0</endTime>"));
    }

    @ParameterizedTest
    @MethodSource("answersOfTheEnd")
    void a_meeting_that_is_over_is_closed_and_its_client_told(NodeReply answer) {
        PlacedMeeting room = room();
        calls.on(node, ApiCall.GET_MEETING_INFO, answer);

        assertThat(tell(room, true)).isTrue();

        assertThat(store.row(room.id()).state()).isEqualTo(MeetingState.CLOSED);
        assertThat(open.find(acme.id(), "room")).isEmpty();
        assertThat(outbox.entries())
                .extracting(NewCallback::url, NewCallback::tenantId, NewCallback::form)
                .containsExactly(tuple(URL + "&recordingmarks=true&meetingID=room", acme.tenantId(), Optional.empty()));
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("room-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<hasBeenForciblyEnded>true</hasBeenForciblyEnded><endTime>0</endTime>",
                "<hasBeenForciblyEnded>false</hasBeenForciblyEnded><endTime>1700000000000</endTime>",
            })
    void a_node_that_still_shows_an_ended_meeting_is_understood(String state) {
        PlacedMeeting room = room();
        calls.on(node, ApiCall.GET_MEETING_INFO, info(room.id(), state));

        tell(room, false);

        assertThat(store.living()).isEmpty();
        assertThat(outbox.entries()).hasSize(1);
    }

    @Test
    void a_late_call_for_an_earlier_life_leaves_the_new_one_alone_and_tells_the_client_once() {
        PlacedMeeting room = room();
        calls.on(
                node,
                ApiCall.GET_MEETING_INFO,
                info(room.id(), "<hasBeenForciblyEnded>false</hasBeenForciblyEnded><endTime>0</endTime>"));

        assertThat(tell(room, true)).isTrue();
        assertThat(tell(room, true)).isTrue();

        assertThat(store.living()).hasSize(1);
        assertThat(open.find(acme.id(), "room")).isPresent();
        assertThat(outbox.entries()).hasSize(1);

        calls.on(node, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed("notFound"));
        tell(room, true); // the script's old answer goes first, so once more for the new one
        tell(room, true);

        assertThat(store.living()).isEmpty();
        assertThat(outbox.entries()).hasSize(2);
    }

    @Test
    void a_meeting_that_is_begun_anew_while_its_node_is_asked_stays() {
        PlacedMeeting room = room();
        calls.on(node, ApiCall.GET_MEETING_INFO, request -> {
            store.put(SomeMeetings.opened(room, "room-2"));
            return CompletableFuture.completedStage(ScriptedCalls.failed("notFound"));
        });

        assertThat(tell(room, true)).isTrue();

        assertThat(store.living()).hasSize(1);
        assertThat(open.find(acme.id(), "room")).isPresent();
        assertThat(outbox.entries()).hasSize(1);
    }

    @Test
    void a_closed_meeting_needs_no_question_and_repetition_changes_nothing() {
        PlacedMeeting room = room();
        store.close(room);

        assertThat(tell(room, true)).isTrue();
        assertThat(tell(room, true)).isTrue();

        assertThat(calls.asked()).isEmpty();
        assertThat(outbox.entries()).hasSize(1);
    }

    @Test
    void the_end_of_a_copy_is_told_to_nobody_while_the_meeting_goes_on_elsewhere() {
        PlacedMeeting room = room();
        store.close(room);
        store.goesOnElsewhere(room.id());

        assertThat(tell(room, true)).isTrue();

        assertThat(calls.asked()).isEmpty();
        assertThat(outbox.entries()).isEmpty();
    }

    /** A node tells the end within the moment in which a client's wish is carried out. */
    @Test
    void an_end_that_somebody_else_notes_while_the_node_is_asked_is_one_line_in_the_log() {
        PlacedMeeting room = room();
        calls.on(node, ApiCall.GET_MEETING_INFO, request -> {
            ended.ended(room, "its client asked for it");
            return CompletableFuture.completedStage(ScriptedCalls.failed("notFound"));
        });

        try (CapturedLog log = new CapturedLog(MeetingLog.class)) {
            assertThat(tell(room, true)).isTrue();
            assertThat(log.lines())
                    .containsExactly("INFO Meeting room of ACME on node a is over: its client asked for it");
        }
        assertThat(outbox.entries()).hasSize(1);
    }

    @Test
    void a_meeting_whose_client_wants_no_call_is_closed_all_the_same() {
        PlacedMeeting room = put(SomeMeetings.open(acme, node, "room"));
        calls.on(node, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed("notFound"));

        assertThat(tell(room, true)).isTrue();

        assertThat(store.living()).isEmpty();
        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void a_meeting_stays_open_when_its_client_cannot_be_noted() {
        PlacedMeeting room = room();
        calls.on(node, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed("notFound"));
        outbox.away(true);

        assertThatThrownBy(() -> tell(room, true)).hasRootCauseMessage("The database is away.");
        assertThat(store.living()).hasSize(1);
        assertThat(open.find(acme.id(), "room")).isPresent();

        outbox.away(false);
        assertThat(tell(room, true)).isTrue();
        assertThat(store.living()).isEmpty();
        assertThat(outbox.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "no\u0000body", "a b"})
    void a_nonce_that_is_not_ours_is_nobodys(String nonce) {
        room();

        assertThat(ends.told(nonce, true).toCompletableFuture().join()).isFalse();
        assertThat(store.living()).hasSize(1);
    }
}
