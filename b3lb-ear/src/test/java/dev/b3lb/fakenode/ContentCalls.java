package dev.b3lb.fakenode;

import java.util.List;
import java.util.Optional;

/** The calls that put something into a running meeting. */
final class ContentCalls {

    private final FakeMeetings meetings;

    ContentCalls(FakeMeetings meetings) {
        this.meetings = meetings;
    }

    /** BBB answers without a messageKey here. */
    Answer insertDocument(ReceivedRequest request) {
        String id = request.parameters().first("meetingID").orElse("");
        Optional<FakeMeeting> meeting = meetings.find(id).filter(found -> !found.isEnded());
        if (meeting.isEmpty()) {
            return FakeXml.failedWithoutKey("Meeting with id [" + id + "] not found.");
        }
        Optional<List<PresentationDocument>> documents = XmlModules.documents(request.body());
        if (documents.isEmpty()) {
            return Answer.serverError();
        }
        meeting.get().addDocuments(documents.get());
        return FakeXml.success()
                .text("message", "Presentation is being uploaded")
                .answer();
    }

    Answer sendChatMessage(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        String message = parameters.first("message").orElse("");
        String user = parameters.text("userName").orElse("System");
        return new Violations()
                .meetingId(parameters)
                .unless(
                        Violations.hasLength(message, 1, 500),
                        "sizeError",
                        "Message must be between 1 and 500 characters")
                .unless(Violations.hasLength(user, 1, 255), "sizeError", "User name must be at most 255 characters")
                .answer()
                .orElseGet(() -> say(parameters.first("meetingID").orElse(""), user + ": " + message));
    }

    private Answer say(String meetingId, String line) {
        Optional<FakeMeeting> meeting = meetings.find(meetingId).filter(found -> !found.isEnded() && found.size() > 0);
        meeting.ifPresent(running -> running.addChat(line));
        return meeting.isPresent()
                ? FakeXml.success().message("", "").answer()
                : FakeXml.failed("meetingNotFound", "A meeting with that ID does not exist");
    }
}
