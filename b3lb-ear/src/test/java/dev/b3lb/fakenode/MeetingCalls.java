package dev.b3lb.fakenode;

import java.util.List;

/** The calls that ask for meetings or end them. */
final class MeetingCalls {

    private static final String END_SENT =
            "A request to end the meeting was sent.  Please wait a few seconds, and then "
                    + "use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.";

    private final FakeMeetings meetings;
    private final Sessions sessions;

    MeetingCalls(FakeMeetings meetings, Sessions sessions) {
        this.meetings = meetings;
        this.sessions = sessions;
    }

    /** Unknown meetings are not an error here; without an id BBB fails. */
    Answer isMeetingRunning(ReceivedRequest request) {
        if (request.parameters().first("meetingID").isEmpty()) {
            return Answer.serverError();
        }
        return new Violations().meetingId(request.parameters()).answer().orElseGet(() -> {
            String id = request.parameters().first("meetingID").orElse("");
            boolean running = meetings.find(id)
                    .filter(meeting -> !meeting.isEnded() && meeting.size() > 0)
                    .isPresent();
            return FakeXml.success().text("running", running).answer();
        });
    }

    /** A password is taken but not compared. */
    Answer getMeetingInfo(ReceivedRequest request) {
        return meetings.find(request.parameters().first("meetingID").orElse(""))
                .map(meeting -> MeetingXml.listed(FakeXml.success(), meeting).answer())
                .orElseGet(MeetingCalls::notFound);
    }

    Answer getMeetings(ReceivedRequest request) {
        List<FakeMeeting> all = meetings.all();
        FakeXml xml = FakeXml.success();
        if (all.isEmpty()) {
            return xml.empty("meetings")
                    .message("noMeetings", "no meetings were found on this server")
                    .answer();
        }
        xml.open("meetings");
        all.forEach(meeting -> MeetingXml.listed(xml.open("meeting"), meeting).close());
        return xml.answer();
    }

    Answer getSessions(ReceivedRequest request) {
        List<Sessions.Session> all = sessions.all();
        FakeXml xml = FakeXml.success();
        if (all.isEmpty()) {
            return xml.empty("sessions")
                    .message("noSessions", "no sessions were found on this server")
                    .answer();
        }
        xml.open("sessions");
        all.forEach(session -> xml.open("meeting")
                .text("meetingID", session.meeting().internalId())
                .text("meetingName", session.meeting().name())
                .text("userName", session.attendee().fullName())
                .close());
        return xml.answer();
    }

    Answer end(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        return new Violations().password(parameters, "password").answer().orElseGet(() -> meetings.find(
                        parameters.first("meetingID").orElse(""))
                .map(this::end)
                .orElseGet(MeetingCalls::notFound));
    }

    private Answer end(FakeMeeting meeting) {
        meetings.end(meeting);
        return FakeXml.success().message("sentEndMeetingRequest", END_SENT).answer();
    }

    private static Answer notFound() {
        return FakeXml.failed("notFound", "A meeting with that ID does not exist");
    }
}
