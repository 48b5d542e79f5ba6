package dev.b3lb.fakenode;

import java.util.Map;

/**
 * Somebody in a meeting, as meeting lists show him.
 *
 * @param userId the id that the client gave, or the node's own
 * @param fullName the name to show
 * @param moderator whether the role is MODERATOR, else VIEWER
 * @param presenter whether the person presents
 * @param listeningOnly whether the person only listens
 * @param joinedVoice whether the person has a microphone connected
 * @param hasVideo whether the person shares a camera
 * @param customData the join parameters {@code userdata-*} without that prefix
 */
public record Attendee(
        String userId,
        String fullName,
        boolean moderator,
        boolean presenter,
        boolean listeningOnly,
        boolean joinedVoice,
        boolean hasVideo,
        Map<String, String> customData) {

    /** Keeps its own copy of the custom data. */
    public Attendee {
        customData = Map.copyOf(customData);
    }

    String role() {
        return moderator ? "MODERATOR" : "VIEWER";
    }
}
