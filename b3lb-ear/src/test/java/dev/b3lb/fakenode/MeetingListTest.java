package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeetingListTest {

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    private FakeMeeting room() {
        return node.meetings().open("room", "Room", Map.of("meta_bbb-origin", "Moodle"));
    }

    @Test
    void an_empty_node_says_so() throws Exception {
        assertThat(probe.call("getMeetings").body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey>"
                        + "<message>no meetings were found on this server</message></response>");
    }

    @Test
    void a_listed_meeting_has_all_elements_in_order() throws Exception {
        room().addAttendees(Crowd.of(1));

        Probe.Reply reply = probe.call("getMeetings");

        assertThat(reply.children("meeting"))
                .containsExactly(
                        "meetingName",
                        "meetingID",
                        "internalMeetingID",
                        "createTime",
                        "createDate",
                        "voiceBridge",
                        "dialNumber",
                        "attendeePW",
                        "moderatorPW",
                        "running",
                        "duration",
                        "hasUserJoined",
                        "recording",
                        "hasBeenForciblyEnded",
                        "startTime",
                        "endTime",
                        "participantCount",
                        "listenerCount",
                        "voiceParticipantCount",
                        "videoCount",
                        "maxUsers",
                        "moderatorCount",
                        "attendees",
                        "metadata",
                        "isBreakout");
        assertThat(reply.children("attendee"))
                .containsExactly(
                        "userID",
                        "fullName",
                        "role",
                        "isPresenter",
                        "isListeningOnly",
                        "hasJoinedVoice",
                        "hasVideo",
                        "clientType",
                        "customdata");
        assertThat(reply.text("bbb-origin")).isEqualTo("Moodle");
    }

    @Test
    void the_counts_are_those_of_the_crowd() throws Exception {
        room().addAttendees(Crowd.of(10)
                .withListeners(4)
                .withVoices(3)
                .withVideos(2)
                .withModerators(1));

        Probe.Reply reply = probe.call("getMeetingInfo", "meetingID", "room");

        assertThat(reply.text("participantCount")).isEqualTo("10");
        assertThat(reply.text("listenerCount")).isEqualTo("4");
        assertThat(reply.text("voiceParticipantCount")).isEqualTo("3");
        assertThat(reply.text("videoCount")).isEqualTo("2");
        assertThat(reply.text("moderatorCount")).isEqualTo("1");
        assertThat(reply.text("running")).isEqualTo("true");
        assertThat(reply.texts("userID")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void people_leave_by_script() {
        FakeMeeting room = room();
        room.addAttendees(Crowd.of(10));

        room.removeAttendees(4, node.clock().instant());

        assertThat(room.attendees()).hasSize(6);
    }

    @Test
    void breakout_rooms_are_listed_with_their_parent() throws Exception {
        FakeMeeting parent = room();
        node.meetings().openBreakouts(parent, 2);

        Probe.Reply reply = probe.call("getMeetings");

        assertThat(reply.texts("parentMeetingID")).containsExactly(parent.internalId(), parent.internalId());
        assertThat(reply.texts("sequence")).containsExactlyInAnyOrder("1", "2");
        assertThat(reply.texts("breakout")).hasSize(2);
    }

    @Test
    void a_just_created_meeting_does_not_run_yet() throws Exception {
        FakeMeeting room = room();
        assertThat(probe.call("isMeetingRunning", "meetingID", "room").text("running"))
                .isEqualTo("false");

        room.addAttendees(Crowd.of(1));

        assertThat(probe.call("isMeetingRunning", "meetingID", "room").text("running"))
                .isEqualTo("true");
    }

    @Test
    void an_unknown_meeting_does_not_run() throws Exception {
        Probe.Reply reply = probe.call("isMeetingRunning", "meetingID", "nowhere");

        assertThat(reply.body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><running>false</running></response>");
    }

    @Test
    void an_unknown_meeting_has_no_info() throws Exception {
        Probe.Reply reply = probe.call("getMeetingInfo", "meetingID", "nowhere");

        assertThat(reply.key()).isEqualTo("notFound");
        assertThat(reply.text("message")).isEqualTo("A meeting with that ID does not exist");
    }

    @Test
    void sessions_are_listed_with_the_internal_id() throws Exception {
        assertThat(probe.call("getSessions").key()).isEqualTo("noSessions");
        FakeMeeting room = room();
        probe.call("join", "meetingID", "room", "fullName", "Ada", "role", "VIEWER");

        Probe.Reply reply = probe.call("getSessions");

        assertThat(reply.text("meetingID")).isEqualTo(room.internalId());
        assertThat(reply.text("userName")).isEqualTo("Ada");
    }

    @Test
    void documents_are_inserted_into_a_known_meeting() throws Exception {
        FakeMeeting room = room();
        String xml =
                "<modules><module name=\"presentation\"><document url=\"https://x.test/a.pdf\"/></module></modules>";

        Probe.Reply reply = probe.post(node.signed("insertDocument", "meetingID=room"), "application/xml", xml);

        assertThat(reply.children("response")).containsExactly("returncode", "message");
        assertThat(room.documents()).hasSize(1);
    }

    @Test
    void documents_for_an_unknown_meeting_are_refused_without_a_key() throws Exception {
        Probe.Reply reply = probe.post(node.signed("insertDocument", "meetingID=nowhere"), "text/xml", "<modules/>");

        assertThat(reply.body())
                .isEqualTo("<response><returncode>FAILED</returncode>"
                        + "<message>Meeting with id [nowhere] not found.</message></response>");
    }

    @Test
    void chat_reaches_a_running_meeting() throws Exception {
        FakeMeeting room = room();
        assertThat(probe.call("sendChatMessage", "meetingID", "room", "message", "hi")
                        .key())
                .isEqualTo("meetingNotFound");
        room.addAttendees(Crowd.of(1));

        probe.call("sendChatMessage", "meetingID", "room", "message", "hi");

        assertThat(room.chat()).containsExactly("System: hi");
    }
}
