package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.RoomIds;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.ScriptedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingCallHandlerTest extends HandlerFixture {

    private final MeetingCallHandler handler = new MeetingCallHandler(world.places(), calls, world.ended(), settings);

    @Test
    void the_meetings_node_answers_without_our_metadata() {
        calls.on(
                node,
                ApiCall.GET_MEETING_INFO,
                ScriptedCalls.answer("<returncode>SUCCESS</returncode><metadata><b3lb-id>x</b3lb-id>"
                        + "<B3LB-Nonce>y</B3LB-Nonce><course>1</course></metadata>"));
        assertThat(xml(call(ApiCall.GET_MEETING_INFO, "meetingID=room")))
                .contains("<course>1</course>")
                .doesNotContainIgnoringCase("b3lb");
    }

    @Test
    void an_unknown_meeting_is_not_found_and_no_node_is_asked() {
        assertFailed(call(ApiCall.GET_MEETING_INFO, "meetingID=other"), "notFound");
        assertFailed(call(ApiCall.END, "meetingID=other"), "notFound");
        assertFailed(call(ApiCall.END, ""), "notFound");
        assertThat(calls.asked()).isEmpty();
    }

    @Test
    void a_message_to_a_meeting_that_there_is_not_is_refused_as_bbb_does() {
        assertFailed(call(ApiCall.SEND_CHAT_MESSAGE, "meetingID=other&message=hi"), "meetingNotFound");
        assertFailed(call(ApiCall.SEND_CHAT_MESSAGE, "message=hi"), "missingParamMeetingID");
        assertFailed(call(ApiCall.SEND_CHAT_MESSAGE, "meetingID=&message=hi"), "missingParamMeetingID");
        assertThat(calls.asked()).isEmpty();
    }

    @Test
    void an_unknown_meeting_does_not_run() {
        assertThat(xml(call(ApiCall.IS_MEETING_RUNNING, "meetingID=other"))).contains("<running>false</running>");
    }

    @Test
    void whether_no_meeting_at_all_runs_is_no_question() {
        assertFailed(call(ApiCall.IS_MEETING_RUNNING, ""), "missingParamMeetingID");
    }

    @Test
    void an_id_that_a_node_could_take_for_the_beginning_of_another_goes_as_the_nodes_own() {
        world.open(acme, node, "beef", "4567-18");
        calls.on(node, ApiCall.END, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));
        call(ApiCall.END, "meetingID=beef");
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("4567-18");
    }

    @Test
    void a_meeting_that_was_ended_is_gone_at_once() {
        calls.on(node, ApiCall.END, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));
        assertThat(xml(call(ApiCall.END, "meetingID=room"))).contains("SUCCESS");
        assertThat(world.knows(acme, "room")).isFalse();
    }

    @Test
    void a_meeting_that_its_node_does_not_know_is_gone_too() {
        calls.on(node, ApiCall.END, ScriptedCalls.failed("notFound"));
        assertThat(xml(call(ApiCall.END, "meetingID=room"))).contains("notFound");
        assertThat(world.knows(acme, "room")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalidPassword", "validationError"})
    void a_meeting_that_could_not_be_ended_stays(String messageKey) {
        calls.on(node, ApiCall.END, ScriptedCalls.failed(messageKey));
        assertThat(xml(call(ApiCall.END, "meetingID=room"))).contains(messageKey);
        assertThat(world.knows(acme, "room")).isTrue();
    }

    @Test
    void an_end_without_an_answer_is_unavailable_and_the_meeting_stays() {
        calls.on(node, ApiCall.END, ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT));
        assertFailed(call(ApiCall.END, "meetingID=room"), "serverUnavailable");
        assertThat(world.knows(acme, "room")).isTrue();
    }

    @Test
    void nothing_is_ended_on_a_node_that_is_down() {
        health(NodeHealth.DOWN);
        assertFailed(call(ApiCall.END, "meetingID=room"), "serverUnavailable");
        assertThat(calls.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiCall.class,
            names = {"GET_MEETING_INFO", "IS_MEETING_RUNNING", "SEND_CHAT_MESSAGE", "INSERT_DOCUMENT"})
    void another_call_without_an_answer_is_an_internal_error(ApiCall call) {
        calls.on(node, call, ScriptedCalls.failure(NodeFailure.Kind.NO_CONNECTION));
        assertFailed(call(call, "meetingID=room"), "internalError");
    }

    @Test
    void a_node_that_refuses_our_secret_is_our_fault_and_not_the_clients() {
        calls.on(node, ApiCall.GET_MEETING_INFO, ScriptedCalls.failed("checksumError"))
                .on(node, ApiCall.END, ScriptedCalls.failed("checksumError"));
        assertFailed(call(ApiCall.GET_MEETING_INFO, "meetingID=room"), "internalError");
        assertFailed(call(ApiCall.END, "meetingID=room"), "serverUnavailable");
        assertThat(world.knows(acme, "room")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside", "4567-18"})
    void a_call_about_a_room_inside_a_meeting_goes_to_the_node_with_the_room_s_own_id(String id) {
        world.openRoom(acme, "room", new RoomIds("inside", "4567-18"));
        calls.on(node, ApiCall.END, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));

        assertThat(xml(call(ApiCall.END, "meetingID=" + id))).contains("SUCCESS");

        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("4567-18");
        assertThat(world.knows(acme, "room")).isTrue();
    }

    @Test
    void a_room_that_its_node_does_not_know_any_more_ends_nothing_either() {
        world.openRoom(acme, "room", new RoomIds("inside", "4567-18"));
        calls.on(node, ApiCall.END, ScriptedCalls.failed("notFound"));

        assertThat(xml(call(ApiCall.END, "meetingID=inside"))).contains("notFound");

        assertThat(world.knows(acme, "room")).isTrue();
    }

    private ApiAnswer call(ApiCall call, String query) {
        return now(handler.handle(request(call, query)));
    }
}
