package dev.b3lb.fakenode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a create asks for. */
final class MeetingPlan {

    private static final Pattern META_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    private final String meetingId;
    private final Parameters parameters;
    private final Map<String, String> metadata;
    private final Optional<Parent> parent;

    /**
     * A breakout room's tie to its meeting.
     *
     * @param meeting the meeting that it belongs to
     * @param sequence its number, from 1
     * @param freeJoin whether attendees choose their room
     */
    record Parent(FakeMeeting meeting, int sequence, boolean freeJoin) {}

    /**
     * Reads a plan.
     *
     * @param parameters those of the create, validated
     * @param parent only for breakout rooms
     */
    MeetingPlan(Parameters parameters, Optional<Parent> parent) {
        this.meetingId = parameters.first("meetingID").orElse("");
        this.parameters = parameters;
        this.metadata = metadata(parameters);
        this.parent = parent;
    }

    private static Map<String, String> metadata(Parameters parameters) {
        Map<String, String> metadata = new LinkedHashMap<>();
        parameters.withPrefix("meta_").forEach((name, value) -> {
            if (META_NAME.matcher(name).matches()) {
                metadata.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return Collections.unmodifiableMap(metadata);
    }

    String meetingId() {
        return meetingId;
    }

    String name() {
        return parameters.first("name").orElse("");
    }

    Optional<String> attendeePassword() {
        return parameters.text("attendeePW");
    }

    Optional<String> moderatorPassword() {
        return parameters.text("moderatorPW");
    }

    Optional<String> voiceBridge() {
        return parameters.text("voiceBridge");
    }

    Map<String, String> metadata() {
        return metadata;
    }

    Optional<Parent> parent() {
        return parent;
    }

    Parameters parameters() {
        return parameters;
    }
}
