package dev.b3lb.fakenode;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * join: registers a person and sends the browser to the node's own page. As in BBB the person counts as attendee once
 * that page is opened.
 */
final class JoinCall implements CallHandler {

    private final FakeMeetings meetings;
    private final Sessions sessions;
    private final Tokens tokens;
    private final NodeIdentity node;

    JoinCall(FakeMeetings meetings, Sessions sessions, Tokens tokens, NodeIdentity node) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.tokens = tokens;
        this.node = node;
    }

    @Override
    public Answer answer(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        Optional<String> name = fullName(parameters);
        if (name.isEmpty()) {
            return Answer.serverError();
        }
        JoinErrors errors = new JoinErrors(parameters, node);
        Optional<FakeMeeting> meeting =
                meetings.find(parameters.first("meetingID").orElse("")).filter(found -> !found.isEnded());
        Violations violations = violations(parameters, name.get(), meeting.isPresent());
        return violations
                .first()
                .map(violation -> errors.invalid(violation.getKey(), violation.getValue()))
                .or(() -> meeting.map(found -> admit(found, name.get(), parameters, errors)))
                .orElseGet(Answer::serverError);
    }

    /** An absent name makes BBB fail, an empty one is an error with a key. */
    private static Optional<String> fullName(Parameters parameters) {
        Optional<String> parts = parameters
                .first("firstName")
                .map(first -> (first + " " + parameters.first("lastName").orElse("")).trim());
        return parameters.first("fullName").or(() -> parts);
    }

    /** An unknown meeting breaks three rules at once. */
    private static Violations violations(Parameters parameters, String name, boolean known) {
        return new Violations()
                .meetingId(parameters)
                .integer(parameters, "createTime", "Create time must be an integral value")
                .unless(!name.isEmpty(), "missingParamFullName", "You must provide your name")
                .unless(known, "invalidPassword", "Invalid password")
                .unless(
                        known,
                        "meetingForciblyEnded",
                        "You can not join a meeting that has already been forcibly ended")
                .unless(
                        known,
                        "invalidMeetingIdentifier",
                        "The meeting ID that you supplied did not match any existing meetings");
    }

    private Answer admit(FakeMeeting meeting, String name, Parameters parameters, JoinErrors errors) {
        Optional<Boolean> moderator = isModerator(meeting, parameters);
        if (moderator.isEmpty()) {
            return FakeXml.failed("Params required", "You must provide a valid role or password");
        }
        return refusal(meeting, parameters, errors).orElseGet(() -> letIn(meeting, name, moderator.get(), parameters));
    }

    /** A valid role wins over any password. */
    private static Optional<Boolean> isModerator(FakeMeeting meeting, Parameters parameters) {
        String role = parameters.first("role").orElse("");
        if (role.equalsIgnoreCase("MODERATOR") || role.equalsIgnoreCase("VIEWER")) {
            return Optional.of(role.equalsIgnoreCase("MODERATOR"));
        }
        return parameters.text("password").flatMap(password -> {
            if (password.equals(meeting.moderatorPassword())) {
                return Optional.of(true);
            }
            return password.equals(meeting.attendeePassword()) ? Optional.of(false) : Optional.empty();
        });
    }

    private static Optional<Answer> refusal(FakeMeeting meeting, Parameters parameters, JoinErrors errors) {
        String createTime = String.valueOf(meeting.createTime());
        if (!parameters.text("createTime").orElse(createTime).equals(createTime)) {
            return Optional.of(errors.refused(
                    "mismatchCreateTimeParam",
                    "The createTime parameter submitted mismatches with the current meeting."));
        }
        int most = meeting.createParameters().number("maxParticipants", 0);
        if (most > 0 && meeting.size() >= most) {
            return Optional.of(errors.refused(
                    "maxParticipantsReached", "The number of participants allowed for this meeting has been reached."));
        }
        return isGuestWith(meeting, parameters, "ALWAYS_DENY")
                ? Optional.of(errors.refused("guestDeniedAccess", "Guests are not allowed in this meeting."))
                : Optional.empty();
    }

    private static boolean isGuestWith(FakeMeeting meeting, Parameters parameters, String policy) {
        return parameters.isOn("guest")
                && meeting.createParameters()
                        .text("guestPolicy")
                        .filter(policy::equals)
                        .isPresent();
    }

    private Answer letIn(FakeMeeting meeting, String name, boolean moderator, Parameters parameters) {
        String userId = "w_" + tokens.text(12).toLowerCase(Locale.ROOT);
        String token = tokens.text(16);
        Attendee attendee = new Attendee(
                parameters.text("userID").orElse(userId),
                name,
                moderator,
                moderator,
                false,
                false,
                false,
                customData(parameters));
        sessions.add(new Sessions.Session(token, meeting, attendee));
        String url = node.origin() + ClientPages.JOIN_PATH + "?sessionToken=" + token;
        Answer answer = JoinErrors.wantsRedirect(parameters)
                ? Answer.redirect(302, url)
                : joined(meeting, userId, token, url, isGuestWith(meeting, parameters, "ASK_MODERATOR"));
        return answer.withHeader("Set-Cookie", "JSESSIONID=" + tokens.text(32) + "; Path=/bigbluebutton; HttpOnly");
    }

    private Answer joined(FakeMeeting meeting, String userId, String token, String url, boolean waits) {
        return FakeXml.success()
                .message("successfullyJoined", "You have joined successfully.")
                .text("meeting_id", meeting.internalId())
                .text("user_id", userId)
                .text("auth_token", tokens.text(12))
                .text("session_token", token)
                .text("guestStatus", waits ? "WAIT" : "ALLOW")
                .text("url", url)
                .answer();
    }

    /**
     * BBB splits the name of every parameter that begins with userdata at its hyphens, as Java does it, and takes the
     * second of exactly two parts. Whatever that is becomes the name of an element.
     */
    private static Map<String, String> customData(Parameters parameters) {
        Map<String, String> data = new LinkedHashMap<>();
        parameters.withPrefix("userdata").forEach((rest, value) -> {
            String[] parts = ("userdata" + rest).split("-");
            if (parts.length == 2) {
                data.put(parts[1], value);
            }
        });
        return data;
    }
}
