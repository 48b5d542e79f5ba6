package dev.b3lb.bbb;

import java.util.Objects;

/**
 * A FAILED answer. Clients act on the key; the texts are BBB's own where BBB has them.
 *
 * @param messageKey what programs read
 * @param message what people read, in English as BBB writes it
 */
public record BbbError(String messageKey, String message) {

    public static final BbbError CHECKSUM_MISSING = checksumError("You must provide the checksum");
    public static final BbbError CHECKSUM_MISMATCH = checksumError("Checksums do not match");
    /** Missing or wrong, on calls about recordings and text tracks. */
    public static final BbbError CHECKSUM_NOT_PASSED = checksumError("You did not pass the checksum security check");

    public static final BbbError UNSUPPORTED_REQUEST =
            new BbbError("unsupportedRequest", "This request is not supported.");
    public static final BbbError UNSUPPORTED_CONTENT_TYPE =
            new BbbError("unsupportedContentType", "POST request Content-Type is missing or unsupported");

    public static final BbbError NOT_FOUND = new BbbError("notFound", "A meeting with that ID does not exist");
    /** What sendChatMessage says in the place of {@link #NOT_FOUND}. */
    public static final BbbError CHAT_NOT_FOUND =
            new BbbError("meetingNotFound", "A meeting with that ID does not exist");

    public static final BbbError ID_NOT_UNIQUE = new BbbError(
            "idNotUnique", "A meeting already exists with that meeting ID.  Please use a different meeting ID.");

    // Faults of parameters; CreateValidation and MeetingIdRule say which one is named when
    public static final BbbError NAME_MISSING = new BbbError("nullError", "You must provide a meeting name");
    public static final BbbError NAME_EMPTY = new BbbError("emptyError", "You must provide a meeting name");
    public static final BbbError NAME_SIZE =
            new BbbError("sizeError", "Meeting name must be between 2 and 256 characters");

    public static final BbbError MEETING_ID_MISSING =
            new BbbError("missingParamMeetingID", "You must provide a meeting ID");
    public static final BbbError MEETING_ID_INVALID = validationError("Invalid meeting ID");
    public static final BbbError MEETING_ID_SIZE =
            new BbbError("sizeError", "Meeting ID must be between 2 and 256 characters");
    public static final BbbError MEETING_ID_COMMA = validationError("Meeting ID cannot contain ','");

    public static final BbbError PASSWORD_INVALID = new BbbError("invalidPassword", "Invalid password");
    public static final BbbError VOICE_BRIDGE_INVALID = validationError("Voice bridge must be an integral value");
    public static final BbbError RECORD_INVALID = validationError("Record must be a boolean value (true or false)");
    public static final BbbError EXTERNAL_URL_INVALID =
            validationError("Param 'presentationUploadExternalUrl' is not a valid URL");

    public static final BbbError TOO_MANY_PARAMETERS =
            validationError("The request has more than " + QueryParameters.MOST + " parameters");
    public static final BbbError XML_DOCUMENT_TYPE = validationError("The XML body must not have a document type");
    public static final BbbError XML_ENCODING =
            validationError("The encoding of the XML body is not supported, use UTF-8");

    public static final BbbError PARENT_MEETING_ID_MISSING =
            new BbbError("parentMeetingIDMissing", "No parent meeting ID was provided for the breakout room.");
    public static final BbbError PARENT_MEETING_UNKNOWN =
            new BbbError("parentMeetingDoesNotExist", "No parent meeting exists for the breakout room.");

    // Recordings
    public static final BbbError RECORD_ID_MISSING =
            new BbbError("missingParamRecordID", "You must specify a recordID.");
    public static final BbbError PUBLISH_MISSING =
            new BbbError("missingParamPublish", "You must specify a publish value true or false.");
    /** On calls about text tracks; getRecordings tells the same as a success. */
    public static final BbbError NO_RECORDINGS =
            new BbbError("noRecordings", "There are no recordings for the meeting(s).");

    public static final BbbError RECORDINGS_NOT_FOUND = new BbbError("notFound", "We could not find recordings");

    // Errors of balancers, with the keys and where there is one the text that front ends know
    public static final BbbError SERVER_UNAVAILABLE =
            new BbbError("serverUnavailable", "The server for this meeting is disabled/offline.");
    public static final BbbError SERVER_TAG_UNAVAILABLE =
            new BbbError("serverTagUnavailable", "No server with the required tag is available.");

    public BbbError {
        Objects.requireNonNull(messageKey, "messageKey");
        Objects.requireNonNull(message, "message");
    }

    /** No node, no answer in time, or something of ours is away. */
    public static BbbError internalError(String message) {
        return new BbbError("internalError", message);
    }

    /** A limit of the tenant's; front ends know the key. */
    public static BbbError maxConcurrent(String message) {
        return new BbbError("maxConcurrent", message);
    }

    /** A parameter is not what BBB takes. */
    public static BbbError validationError(String message) {
        return new BbbError("validationError", message);
    }

    private static BbbError checksumError(String message) {
        return new BbbError("checksumError", message);
    }
}
