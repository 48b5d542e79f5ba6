package dev.b3lb.fakenode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** create: idempotent, with pre-uploaded presentations in an XML body. */
final class CreateCall implements CallHandler {

    private static final String DUPLICATE =
            "This conference was already in existence and may currently be in progress.";
    private static final String NOT_UNIQUE =
            "A meeting already exists with that meeting ID.  Please use a different meeting ID.";

    private final FakeMeetings meetings;

    CreateCall(FakeMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public Answer answer(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        return violation(parameters).or(() -> parentProblem(parameters)).orElseGet(() -> create(request));
    }

    private static Optional<Answer> violation(Parameters parameters) {
        Optional<Answer> broken = new Violations()
                .meetingId(parameters)
                .password(parameters, "attendeePW")
                .password(parameters, "moderatorPW")
                .integer(parameters, "voiceBridge", "Voice bridge must be an integral value")
                .bool(parameters, "record", "Record must be a boolean value (true or false)")
                .bool(parameters, "isBreakoutRoom", "Breakout room must be a boolean value (true or false)")
                .unless(isName(parameters, 2), "sizeError", "Meeting name must be between 2 and 256 characters")
                .unless(isName(parameters, 1), "emptyError", "You must provide a meeting name")
                .unless(parameters.first("name").isPresent(), "nullError", "You must provide a meeting name")
                .unless(
                        hasGoodUploadUrl(parameters),
                        "validationError",
                        "Param 'presentationUploadExternalUrl' is not a valid URL")
                .answer();
        return broken.or(() -> changedId(parameters));
    }

    private static boolean isName(Parameters parameters, int least) {
        return parameters
                .first("name")
                .map(name -> Violations.hasLength(name, least, 256))
                .orElse(true);
    }

    private static boolean hasGoodUploadUrl(Parameters parameters) {
        return parameters
                .text("presentationUploadExternalUrl")
                .map(CreateCall::isUrl)
                .orElse(true);
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An id must survive cleaning unchanged; an absent one fails the same check. */
    private static Optional<Answer> changedId(Parameters parameters) {
        boolean unchanged = parameters.first("meetingID").isPresent()
                && parameters.raw("meetingID").equals(parameters.first("meetingID"));
        return unchanged ? Optional.empty() : Optional.of(FakeXml.failed("validationError", "Invalid meeting ID"));
    }

    private Optional<Answer> parentProblem(Parameters parameters) {
        if (!parameters.isOn("isBreakout")) {
            return Optional.empty();
        }
        if (parameters.text("parentMeetingID").isEmpty()) {
            return Optional.of(FakeXml.failed(
                    "parentMeetingIDMissing", "No parent meeting ID was provided for the breakout room."));
        }
        return parent(parameters).isPresent()
                ? Optional.empty()
                : Optional.of(
                        FakeXml.failed("parentMeetingDoesNotExist", "No parent meeting exists for the breakout room."));
    }

    private Optional<MeetingPlan.Parent> parent(Parameters parameters) {
        return parameters
                .text("parentMeetingID")
                .filter(id -> parameters.isOn("isBreakout"))
                .flatMap(meetings::find)
                .filter(meeting -> !meeting.isEnded())
                .map(meeting ->
                        new MeetingPlan.Parent(meeting, parameters.number("sequence", 0), parameters.isOn("freeJoin")));
    }

    private Answer create(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        CreateOutcome outcome = meetings.create(new MeetingPlan(parameters, parent(parameters)));
        if (outcome instanceof CreateOutcome.Created created) {
            return created(created.meeting(), request);
        }
        if (outcome instanceof CreateOutcome.Duplicate duplicate) {
            return answer(duplicate.meeting(), "duplicateWarning", DUPLICATE);
        }
        if (outcome instanceof CreateOutcome.NotUnique) {
            return FakeXml.failed("idNotUnique", NOT_UNIQUE);
        }
        return FakeXml.failedAsList("nonUniqueVoiceBridge", "The selected voice bridge is already in use.");
    }

    /** A body that cannot be read costs BBB its answer, but the meeting exists. */
    private static Answer created(FakeMeeting meeting, ReceivedRequest request) {
        request.parameters()
                .text("preUploadedPresentation")
                .map(url -> new PresentationDocument(
                        request.parameters().text("preUploadedPresentationName").orElse(""),
                        Optional.of(url),
                        0,
                        Optional.empty()))
                .ifPresent(document -> meeting.addDocuments(List.of(document)));
        String xml = request.mediaType().filter(CheckedCall.XML::contains).isPresent() ? request.body() : "";
        return XmlModules.documents(xml)
                .map(documents -> {
                    meeting.addDocuments(documents);
                    return answer(meeting, "", "");
                })
                .orElseGet(Answer::serverError);
    }

    private static Answer answer(FakeMeeting meeting, String key, String message) {
        return MeetingXml.created(FakeXml.success(), meeting)
                .message(key, message)
                .answer();
    }
}
