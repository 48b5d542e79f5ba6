package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.server.CapturedLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The create of a meeting that is on no node yet. */
class FirstCreateTest extends CreateFixture {

    private static final NodeReply TIMEOUT = ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT);
    private static final NodeReply NO_CONNECTION = ScriptedCalls.failure(NodeFailure.Kind.NO_CONNECTION);

    @Test
    void the_chosen_node_creates_it_and_it_is_known_at_once() {
        calls.on(a, ApiCall.CREATE, created("room-1"));
        assertThat(answered(create()).text("internalMeetingID")).contains("room-1");
        PlacedMeeting row = only();
        assertThat(row.nodeId()).isEqualTo(a.id());
        assertThat(row.internalMeetingId()).contains("room-1");
        assertThat(calls.words()).containsExactly("a create");
        assertThat(calls.asked().get(0).parameter("meta_b3lb-id"))
                .isEqualTo(row.id().toString());
        assertThat(changes.fired()).hasSize(1);
        assertThat(store.confirmations()).extracting(Confirmation::voiceBridge).containsExactly("70066");
        assertThat(placements()).containsExactly("placed 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = NodeFailure.Kind.class,
            names = {"NO_CONNECTION", "TLS", "BUSY"})
    void a_node_that_was_not_reached_is_left_at_once(NodeFailure.Kind kind) {
        calls.on(a, ApiCall.CREATE, ScriptedCalls.failure(kind)).on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create", "b create");
        assertThat(only().nodeId()).isEqualTo(b.id());
        assertThat(placements()).containsExactly("moved 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = NodeFailure.Kind.class,
            names = {"TIMEOUT", "CONNECTION_LOST", "STATUS", "UNREADABLE", "TOO_LARGE"})
    void a_node_that_may_have_created_it_is_asked_and_then_told_once_more(NodeFailure.Kind kind) {
        calls.on(a, ApiCall.CREATE, ScriptedCalls.failure(kind))
                .on(a, ApiCall.GET_MEETING_INFO, marked(a))
                .on(a, ApiCall.CREATE, duplicate("room-1"));
        assertThat(answered(create()).messageKey()).isEmpty();
        assertThat(calls.words()).containsExactly("a create", "a getMeetingInfo", "a create");
        assertThat(only().internalMeetingId()).contains("room-1");
    }

    @Test
    void when_there_is_no_further_node_the_log_tells_what_was_wrong_with_the_last() {
        reservations.withdraw(b);
        reservations.withdraw(c);
        reservations.withdraw(d);
        calls.on(a, ApiCall.CREATE, NO_CONNECTION);
        try (CapturedLog log = new CapturedLog(CreateLog.class)) {
            assertRefused(create(), "internalError");
            assertThat(log.lines())
                    .containsExactly(
                            "WARN Meeting room of ACME is given up, nodes tried: 1, the last one a: no connection");
        }
        assertNothingStayed();
    }

    @Test
    void after_a_time_out_a_node_without_the_meeting_is_left() {
        calls.on(a, ApiCall.CREATE, TIMEOUT)
                .on(a, ApiCall.GET_MEETING_INFO, NOT_FOUND)
                .on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create", "a getMeetingInfo", "b create");
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void after_a_time_out_a_meeting_of_that_id_without_our_mark_is_not_ours() {
        calls.on(a, ApiCall.CREATE, TIMEOUT)
                .on(a, ApiCall.GET_MEETING_INFO, NOT_MARKED)
                .on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create", "a getMeetingInfo", "b create");
    }

    @Test
    void after_a_time_out_a_node_that_does_not_answer_at_all_is_left() {
        calls.on(a, ApiCall.CREATE, TIMEOUT)
                .on(a, ApiCall.GET_MEETING_INFO, TIMEOUT)
                .on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void a_node_that_has_it_but_never_says_so_is_left() {
        calls.on(a, ApiCall.CREATE, TIMEOUT)
                .on(a, ApiCall.GET_MEETING_INFO, marked(a))
                .on(a, ApiCall.CREATE, TIMEOUT)
                .on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checksumError", "idNotUnique"})
    void a_node_that_cannot_take_it_is_left(String messageKey) {
        calls.on(a, ApiCall.CREATE, ScriptedCalls.failed(messageKey)).on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create", "b create");
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void a_success_without_an_id_is_none() {
        calls.on(a, ApiCall.CREATE, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"))
                .on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(only().nodeId()).isEqualTo(b.id());
    }

    @Test
    void any_other_error_goes_to_the_client_and_leaves_nothing_behind() {
        calls.on(a, ApiCall.CREATE, ScriptedCalls.failed("nonUniqueVoiceBridge"));
        assertThat(answered(create()).messageKey()).contains("nonUniqueVoiceBridge");
        assertThat(calls.words()).containsExactly("a create");
        assertNothingStayed();
        assertThat(placements()).containsExactly("refused_by_node 1");
    }

    @Test
    void only_two_further_nodes_are_tried() {
        calls.on(a, ApiCall.CREATE, NO_CONNECTION)
                .on(b, ApiCall.CREATE, NO_CONNECTION)
                .on(c, ApiCall.CREATE, NO_CONNECTION);
        assertRefused(create(), "internalError");
        assertThat(calls.words()).containsExactly("a create", "b create", "c create");
        assertNothingStayed();
        assertThat(placements()).containsExactly("failed 1");
    }

    @Test
    void when_no_node_is_left_nothing_stays_behind() {
        reservations.withdraw(c);
        reservations.withdraw(d);
        calls.on(a, ApiCall.CREATE, NO_CONNECTION).on(b, ApiCall.CREATE, NO_CONNECTION);
        assertRefused(create(), "internalError");
        assertNothingStayed();
        assertThat(placements()).containsExactly("failed 1");
    }

    @Test
    void without_any_node_no_node_is_asked() {
        for (PoolNode node : List.of(a, b, c, d)) {
            reservations.withdraw(node);
        }
        assertRefused(create(), "internalError");
        assertThat(calls.asked()).isEmpty();
        assertThat(placements()).containsExactly("no_node 1");
    }

    @Test
    void a_tag_that_no_node_has_is_an_error_of_its_own() {
        reservations.noTaggedNode();
        assertRefused(create(), "serverTagUnavailable");
        assertNothingStayed();
        assertThat(placements()).containsExactly("no_tagged_node 1");
    }

    @Test
    void one_room_too_many_of_an_id_is_told_with_the_number_and_counts_as_a_limit() {
        reservations.tooManyOfId();
        assertThat(create())
                .isEqualTo(
                        new Creation.Refused(BbbError.maxConcurrent("This tenant has 2 meetings of this ID and may have"
                                + " no more of it now. Please use a different meeting ID.")));
        assertNothingStayed();
        assertThat(placements()).containsExactly("limit 1");
    }

    @Test
    void a_meeting_that_the_node_had_already_is_taken_when_it_carries_our_mark() {
        calls.on(a, ApiCall.CREATE, duplicate("room-1")).on(a, ApiCall.GET_MEETING_INFO, marked(a));
        assertThat(answered(create()).messageKey()).isEmpty();
        assertThat(only().internalMeetingId()).contains("room-1");
    }

    @Test
    void a_meeting_that_the_node_had_already_and_that_is_not_ours_is_left_alone() {
        calls.on(a, ApiCall.CREATE, duplicate("foreign-1"))
                .on(a, ApiCall.GET_MEETING_INFO, NOT_MARKED)
                .on(b, ApiCall.CREATE, created("room-1"));
        assertThat(answered(create()).text("internalMeetingID")).contains("room-1");
        assertThat(calls.words()).containsExactly("a create", "a getMeetingInfo", "b create");
    }

    @Test
    void a_reservation_that_was_given_up_meanwhile_is_followed_and_the_stray_ended() {
        calls.on(a, ApiCall.CREATE, after(() -> store.close(store.living().get(0)), created("stray-1")))
                .on(a, ApiCall.END, ENDED)
                .on(a, ApiCall.CREATE, created("room-2"));
        assertThat(answered(create()).text("internalMeetingID")).contains("room-2");
        assertThat(calls.words()).containsExactly("a create", "a end", "a create");
        assertThat(calls.asked().get(1).parameter("meetingID")).isEqualTo("stray-1");
        assertThat(only().internalMeetingId()).contains("room-2");
        assertThat(placements()).containsExactly("placed 1");
    }

    @Test
    void a_meeting_that_a_poll_found_and_confirmed_is_followed() {
        reservations.beforeMove(() -> store.living().forEach(row -> store.put(SomeMeetings.opened(row, "room-1"))));
        calls.on(a, ApiCall.CREATE, TIMEOUT)
                .on(a, ApiCall.GET_MEETING_INFO, TIMEOUT)
                .on(a, ApiCall.CREATE, duplicate("room-1"));
        answered(create());
        assertThat(calls.words()).containsExactly("a create", "a getMeetingInfo", "a create");
        assertThat(only().internalMeetingId()).contains("room-1");
    }

    @Test
    void what_goes_wrong_on_our_side_leaves_no_reservation_behind() {
        reservations.beforeMove(() -> {
            throw new IllegalStateException("too many meetings are being placed at once");
        });
        calls.on(a, ApiCall.CREATE, NO_CONNECTION);
        assertThatIllegalStateException().isThrownBy(this::create);
        assertNothingStayed();
        assertThat(placements()).containsExactly("failed 1");
    }

    @Test
    void a_database_that_is_away_after_the_answer_is_told() {
        calls.on(a, ApiCall.CREATE, after(() -> store.away(true), created("room-1")));
        assertThatIllegalStateException().isThrownBy(this::create).withMessage("The database is away.");
    }

    @Test
    void a_call_never_takes_longer_than_what_is_left() {
        calls.on(
                        a,
                        ApiCall.CREATE,
                        after(() -> clock.addAndGet(Duration.ofSeconds(20).toNanos()), TIMEOUT))
                .on(a, ApiCall.GET_MEETING_INFO, marked(a))
                .on(a, ApiCall.CREATE, duplicate("room-1"));
        answered(create(Duration.ofSeconds(24)));
        assertThat(calls.asked())
                .extracting(ScriptedCalls.Asked::limit)
                .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void when_the_time_is_up_nobody_else_is_asked_and_nothing_stays_behind() {
        calls.on(
                a,
                ApiCall.CREATE,
                after(() -> clock.addAndGet(Duration.ofSeconds(25).toNanos()), NO_CONNECTION));
        assertRefused(create(), "internalError");
        assertThat(calls.words()).containsExactly("a create");
        assertNothingStayed();
    }

    @Test
    void no_node_is_blamed_for_the_little_time_that_another_has_left() {
        calls.on(
                a,
                ApiCall.CREATE,
                after(() -> clock.addAndGet(Duration.ofMillis(24_990).toNanos()), TIMEOUT));
        assertRefused(create(), "internalError");
        assertThat(calls.words()).containsExactly("a create");
        assertNothingStayed();
    }

    @Test
    void a_place_that_comes_too_late_is_given_up_and_told() {
        reservations.beforeReserve(() -> clock.addAndGet(Duration.ofSeconds(25).toNanos()));
        try (CapturedLog log = new CapturedLog(CreateLog.class)) {
            assertRefused(create(), "internalError");
            assertThat(log.lines())
                    .containsExactly("WARN Meeting room of ACME had to wait too long for its place and is given up");
        }
        assertThat(calls.asked()).isEmpty();
        assertThat(placements()).containsExactly("failed 1");
        assertNothingStayed();
    }

    @Test
    void a_place_beyond_a_nodes_capacity_is_counted_as_such() {
        reservations.full();
        calls.on(a, ApiCall.CREATE, NO_CONNECTION).on(b, ApiCall.CREATE, created("room-1"));
        answered(create());
        assertThat(placements()).containsExactly("hot 1");
    }
}
