package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The create of a meeting that somebody has created before, or is creating now. */
class CreateMeetingsTest extends CreateFixture {

    private static final NodeReply TIMEOUT = ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT);
    private static final NodeReply STILL_THERE = ScriptedCalls.answer("<returncode>SUCCESS</returncode>");

    @Test
    void a_known_meeting_goes_to_its_node_and_is_answered_as_the_node_does() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, duplicate("room-1"));
        assertThat(answered(create()).messageKey()).contains("duplicateWarning");
        assertThat(calls.words()).containsExactly("b create");
        assertThat(calls.asked().get(0).parameter("meta_b3lb-id"))
                .isEqualTo(meeting.id().toString());
        assertThat(reservations.wishes()).isEmpty();
        assertThat(only()).isEqualTo(meeting);
    }

    @Test
    void a_meeting_that_only_the_database_knows_is_known() {
        PlacedMeeting meeting = SomeMeetings.open(acme, b, ROOM);
        store.put(meeting);
        calls.on(b, ApiCall.CREATE, duplicate("room-1"));
        answered(create());
        assertThat(only()).isEqualTo(meeting);
    }

    @Test
    void the_internal_id_of_another_meeting_is_not_its_id() {
        PlacedMeeting other = SomeMeetings.opened(SomeMeetings.pending(acme, b, "other"), ROOM);
        open.put(other);
        store.put(other);
        calls.on(a, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create");
    }

    @Test
    void a_meeting_that_is_being_created_is_waited_for() {
        PlacedMeeting pending = SomeMeetings.pending(acme, b, ROOM);
        store.put(pending);
        executor = task -> {
            store.put(SomeMeetings.opened(pending, "room-1"));
            task.run();
        };
        calls.on(b, ApiCall.CREATE, duplicate("room-1"));
        assertThat(answered(create()).messageKey()).contains("duplicateWarning");
        assertThat(calls.words()).containsExactly("b create");
        assertThat(only().id()).isEqualTo(pending.id());
    }

    @Test
    void a_meeting_whose_creation_failed_meanwhile_is_created_anew() {
        PlacedMeeting pending = SomeMeetings.pending(acme, b, ROOM);
        store.put(pending);
        executor = task -> {
            store.close(pending);
            task.run();
        };
        calls.on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create");
        assertThat(only().id()).isNotEqualTo(pending.id());
    }

    @Test
    void nobody_waits_for_a_creation_longer_than_a_create_may_take() {
        store.put(SomeMeetings.pending(acme, b, ROOM));
        executor = task -> {
            clock.addAndGet(Duration.ofSeconds(9).toNanos());
            task.run();
        };
        assertRefused(create(), "internalError");
        assertThat(calls.asked()).isEmpty();
        assertThat(reservations.wishes()).hasSize(3);
    }

    @Test
    void a_server_that_takes_no_more_work_says_so_instead_of_waiting_for_ever() {
        store.put(SomeMeetings.pending(acme, b, ROOM));
        executor = task -> {
            throw new RejectedExecutionException("full");
        };
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(this::create);
    }

    @Test
    void a_node_that_does_not_answer_gets_the_client_an_error_and_keeps_the_meeting() {
        known(b);
        calls.on(b, ApiCall.CREATE, TIMEOUT);
        assertRefused(create(), "internalError");
        only();
    }

    @Test
    void an_error_of_the_meetings_node_goes_to_the_client() {
        known(b);
        calls.on(b, ApiCall.CREATE, ScriptedCalls.failed("idNotUnique"));
        assertThat(answered(create()).messageKey()).contains("idNotUnique");
        only();
    }

    @Test
    void a_node_that_refuses_our_secret_is_our_fault_and_not_the_clients() {
        known(b);
        calls.on(b, ApiCall.CREATE, ScriptedCalls.failed("checksumError"));
        assertRefused(create(), "internalError");
        only();
    }

    @Test
    void a_node_that_had_forgotten_the_meeting_has_it_again_with_another_internal_id() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(only().id()).isEqualTo(meeting.id());
        assertThat(only().internalMeetingId()).contains("room-2");
        assertThat(open.find(acme.id(), "room-1")).isEmpty();
    }

    @Test
    void a_meeting_of_somebody_else_on_its_node_is_never_adopted() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, duplicate("foreign-1"))
                .on(b, ApiCall.GET_MEETING_INFO, NOT_MARKED)
                .on(a, ApiCall.CREATE, created("room-2"));
        assertThat(answered(create()).text("internalMeetingID")).contains("room-2");
        assertThat(calls.words()).containsExactly("b create", "b getMeetingInfo", "a create");
        assertThat(calls.asked().get(1).parameter("meetingID")).isEqualTo("foreign-1");
        assertThat(store.row(meeting.id()).state()).isEqualTo(MeetingState.CLOSED);
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @Test
    void a_meeting_that_two_creates_made_anew_at_once_is_adopted_by_its_mark() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, duplicate("room-2")).on(b, ApiCall.GET_MEETING_INFO, marked(b));
        answered(create());
        assertThat(only().id()).isEqualTo(meeting.id());
        assertThat(only().internalMeetingId()).contains("room-2");
    }

    @Test
    void a_meeting_that_was_closed_meanwhile_is_created_anew_and_the_stray_ended() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, after(() -> store.close(meeting), created("stray-1")))
                .on(b, ApiCall.END, ENDED)
                .on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(calls.words()).containsExactly("b create", "b end", "a create");
        assertThat(calls.asked().get(1).parameter("meetingID")).isEqualTo("stray-1");
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @Test
    void a_meeting_of_somebody_else_is_never_ended() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, after(() -> store.close(meeting), duplicate("foreign-1")))
                .on(b, ApiCall.GET_MEETING_INFO, NOT_MARKED)
                .on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(calls.words()).doesNotContain("b end");
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @Test
    void a_success_without_an_id_is_none() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));
        assertRefused(create(), "internalError");
        assertThat(only()).isEqualTo(meeting);
    }

    @Test
    void a_meeting_whose_owner_is_not_told_stays_as_it_is() {
        PlacedMeeting meeting = known(b);
        calls.on(b, ApiCall.CREATE, duplicate("room-2")).on(b, ApiCall.GET_MEETING_INFO, TIMEOUT);
        assertRefused(create(), "internalError");
        assertThat(only()).isEqualTo(meeting);
    }

    @Test
    void a_node_in_maintenance_that_has_the_meeting_keeps_it() {
        known(b);
        configurations.with(SomeNodes.inMaintenance("b"));
        calls.on(b, ApiCall.GET_MEETING_INFO, STILL_THERE).on(b, ApiCall.CREATE, duplicate("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("b getMeetingInfo", "b create");
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("room-1");
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notFound", "validationError"})
    void a_node_in_maintenance_that_has_lost_the_meeting_loses_it_for_good(String messageKey) {
        PlacedMeeting meeting = known(b);
        configurations.with(SomeNodes.inMaintenance("b"));
        calls.on(b, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed(messageKey))
                .on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(calls.words()).containsExactly("b getMeetingInfo", "a create");
        assertThat(reservations.wishes())
                .as("no new meeting to those who count equal ids")
                .extracting(MeetingWish::again)
                .containsExactly(true);
        assertThat(store.row(meeting.id()).state()).isEqualTo(MeetingState.CLOSED);
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checksumError", "internalError", "unsupportedRequest"})
    void a_node_in_maintenance_keeps_the_meeting_unless_it_says_that_it_is_gone(String messageKey) {
        known(b);
        configurations.with(SomeNodes.inMaintenance("b"));
        calls.on(b, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed(messageKey))
                .on(b, ApiCall.CREATE, duplicate("room-1"));
        answered(create());
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void a_node_in_maintenance_that_does_not_answer_keeps_the_meeting() {
        known(b);
        configurations.with(SomeNodes.inMaintenance("b"));
        calls.on(b, ApiCall.GET_MEETING_INFO, TIMEOUT).on(b, ApiCall.CREATE, TIMEOUT);
        assertRefused(create(), "internalError");
        only();
    }

    @Test
    void a_meeting_stays_with_a_node_that_is_down_until_the_grace_is_over() {
        known(b);
        states.put(List.of(SomeNodes.state(b, NodeHealth.DOWN, Duration.ofSeconds(60))));
        calls.on(b, ApiCall.CREATE, TIMEOUT);
        assertRefused(create(), "internalError");
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void a_meeting_moves_from_a_node_that_is_down_when_the_grace_is_over() {
        PlacedMeeting meeting = known(b);
        states.put(List.of(SomeNodes.state(b, NodeHealth.DOWN, Duration.ofSeconds(91))));
        calls.on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create");
        assertThat(store.row(meeting.id()).state()).isEqualTo(MeetingState.CLOSED);
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @Test
    void a_meeting_whose_node_was_taken_out_is_created_anew() {
        PlacedMeeting meeting = SomeMeetings.open(acme, SomeNodes.node("gone"), ROOM);
        store.put(meeting);
        open.put(meeting);
        calls.on(a, ApiCall.CREATE, created("room-2"));
        answered(create());
        assertThat(only().nodeId()).isEqualTo(a.id());
    }

    @Test
    void a_create_that_keeps_being_overtaken_ends_with_its_time() {
        AtomicInteger creates = new AtomicInteger();
        calls.on(a, ApiCall.CREATE, request -> {
            clock.addAndGet(Duration.ofSeconds(6).toNanos());
            store.living().forEach(store::close);
            return after(() -> {}, created("stray-" + creates.incrementAndGet()))
                    .apply(request);
        });
        calls.on(a, ApiCall.END, ENDED);
        assertRefused(create(), "internalError");
        assertThat(creates).hasValue(5);
        assertNothingStayed();
    }
}
