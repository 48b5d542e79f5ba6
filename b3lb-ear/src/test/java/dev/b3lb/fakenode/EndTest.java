package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How meetings end; a second fake node plays the one that is called back. */
class EndTest {

    private final FakeBbbNode node = FakeBbbNode.builder()
            .callbackPauses(Duration.ofMillis(1), Duration.ofMillis(1))
            .start();
    private final FakeBbbNode listener = FakeBbbNode.builder().start();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
        listener.close();
    }

    private FakeMeeting room(Map<String, String> more) {
        return node.meetings().open("room 1", "Room", more);
    }

    private void awaitCallbacks(int number) {
        await().until(() -> node.callbackAttempts().size() == number);
    }

    @Test
    void an_ended_meeting_is_gone_at_once() throws Exception {
        room(Map.of());

        assertThat(probe.call("end", "meetingID", "room 1").key()).isEqualTo("sentEndMeetingRequest");
        assertThat(probe.call("getMeetings").key()).isEqualTo("noMeetings");
        assertThat(probe.call("end", "meetingID", "room 1").key()).isEqualTo("notFound");
    }

    @Test
    void an_ended_meeting_can_stay_listed_for_a_while() throws Exception {
        room(Map.of());
        node.meetings().setEndDelay(Duration.ofHours(1));

        probe.call("end", "meetingID", "room 1");

        assertThat(probe.call("getMeetings").text("hasBeenForciblyEnded")).isEqualTo("true");
    }

    @Test
    void the_end_delay_passes() throws Exception {
        room(Map.of());
        node.meetings().setEndDelay(Duration.ofMillis(20));

        probe.call("end", "meetingID", "room 1");

        await().until(() -> node.meetings().all().isEmpty());
    }

    @Test
    void the_end_callback_gets_marks_and_id_appended() {
        FakeMeeting room = room(Map.of("meta_endCallbackUrl", listener.origin() + "/?nonce=1&meetingID=x"));

        node.meetings().end(room);

        awaitCallbacks(1);
        assertThat(listener.requests().last("page").orElseThrow().rawQuery())
                .isEqualTo("nonce=1&meetingID=x&recordingmarks=false&meetingID=room+1");
    }

    @Test
    void the_ended_url_is_called_as_it_stands() {
        FakeMeeting room = room(Map.of("meetingEndedURL", listener.origin() + "/?ended=1"));

        node.meetings().end(room);

        awaitCallbacks(1);
        assertThat(listener.requests().last("page").orElseThrow().rawQuery()).isEqualTo("ended=1");
    }

    @Test
    void a_failed_callback_is_tried_again() {
        listener.faults().setNext(2, Fault.status(503));
        FakeMeeting room = room(Map.of("meta_endcallbackurl", listener.origin() + "/"));

        node.meetings().end(room);

        awaitCallbacks(3);
        assertThat(node.callbackAttempts())
                .extracting(attempt -> attempt.status().orElse(0))
                .containsExactly(503, 503, 200);
    }

    @Test
    void a_callback_that_nobody_answers_is_given_up() {
        listener.faults().refuseConnections();
        FakeMeeting room = room(Map.of("meta_endcallbackurl", listener.origin() + "/"));

        node.meetings().end(room);

        awaitCallbacks(3);
        assertThat(node.callbackAttempts()).noneMatch(CallbackAttempt::isDelivered);
    }

    @Test
    void a_dropped_meeting_says_nothing() {
        FakeMeeting room = room(Map.of("meta_endcallbackurl", listener.origin() + "/"));

        node.meetings().drop(room);

        assertThat(node.meetings().all()).isEmpty();
        assertThat(node.callbackAttempts()).isEmpty();
    }

    @Test
    void breakout_rooms_end_with_their_parent() {
        FakeMeeting room = room(Map.of());
        node.meetings().openBreakouts(room, 3);

        node.meetings().end(room);

        assertThat(node.meetings().all()).isEmpty();
    }

    @Test
    void a_meeting_without_anybody_expires() {
        room(Map.of());
        node.setClockOffset(Duration.ofMinutes(4));
        node.meetings().expireIdle();
        assertThat(node.meetings().all()).hasSize(1);

        node.setClockOffset(Duration.ofMinutes(6));
        node.meetings().expireIdle();

        assertThat(node.meetings().all()).isEmpty();
    }

    @Test
    void a_meeting_that_everybody_left_expires_sooner() {
        FakeMeeting room = room(Map.of());
        room.addAttendees(Crowd.of(2));
        node.setClockOffset(Duration.ofMinutes(30));
        node.meetings().expireIdle();
        assertThat(node.meetings().all()).hasSize(1);

        room.removeAttendees(2, node.clock().instant());
        node.setClockOffset(Duration.ofMinutes(31));
        node.meetings().expireIdle();

        assertThat(node.meetings().all()).isEmpty();
    }

    @Test
    void a_node_can_expire_meetings_by_itself() {
        try (FakeBbbNode tidy =
                FakeBbbNode.builder().expireIdleMeetings(Duration.ofMillis(5)).start()) {
            tidy.meetings().open("room", "Room", Map.of());
            tidy.setClockOffset(Duration.ofMinutes(6));

            await().until(() -> tidy.meetings().all().isEmpty());
        }
    }

    @Test
    void a_recorded_meeting_leaves_a_recording() throws Exception {
        FakeMeeting room = room(Map.of("record", "true"));

        node.meetings().end(room);

        assertThat(probe.call("getRecordings", "meetingID", "room 1").text("recordID"))
                .isEqualTo(room.internalId());
    }
}
