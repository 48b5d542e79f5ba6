package dev.b3lb.fakenode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that a request breaks. BBB collects them in a HashMap by key and reports the one that comes first in its
 * order; so does this.
 */
final class Violations {

    private final Map<String, String> messages = new HashMap<>();

    Violations unless(boolean respected, String key, String message) {
        if (!respected) {
            messages.putIfAbsent(key, message);
        }
        return this;
    }

    Violations meetingId(Parameters parameters) {
        parameters.first("meetingID").ifPresent(id -> unless(
                        !id.isEmpty(), "missingParamMeetingID", "You must provide a meeting ID")
                .unless(
                        id.isEmpty() || hasLength(id, 2, 256),
                        "sizeError",
                        "Meeting ID must be between 2 and 256 characters")
                .unless(!id.contains(","), "validationError", "Meeting ID cannot contain ','"));
        return this;
    }

    Violations password(Parameters parameters, String name) {
        String password = parameters.first(name).orElse("");
        return unless(password.isEmpty() || hasLength(password, 2, 64), "invalidPassword", "Invalid password");
    }

    Violations integer(Parameters parameters, String name, String message) {
        String value = parameters.first(name).orElse("");
        return unless(value.isEmpty() || value.matches("-?\\d+"), "validationError", message);
    }

    Violations bool(Parameters parameters, String name, String message) {
        String value = parameters.first(name).orElse("");
        return unless(value.matches("(?i)true|false|0|1|"), "validationError", message);
    }

    static boolean hasLength(String text, int least, int most) {
        return text.length() >= least && text.length() <= most;
    }

    /** The violation that BBB reports. */
    Optional<Map.Entry<String, String>> first() {
        return messages.entrySet().stream().findFirst();
    }

    Optional<Answer> answer() {
        return first().map(violation -> FakeXml.failed(violation.getKey(), violation.getValue()));
    }
}
