package dev.b3lb.fakenode;

import java.util.Map;
import java.util.TreeMap;

/**
 * A recording as a node lists it, with the one format {@code presentation}.
 *
 * @param recordId the internal id of its meeting
 * @param meetingId the external id of its meeting
 * @param name the meeting's name
 * @param state {@code published}, {@code unpublished}, {@code deleted}, {@code processing} or {@code processed}
 * @param startTime milliseconds since 1970
 * @param endTime milliseconds since 1970
 * @param participants how many people took part
 * @param metadata the meeting's metadata and what updates made of it
 */
public record FakeRecording(
        String recordId,
        String meetingId,
        String name,
        String state,
        long startTime,
        long endTime,
        int participants,
        Map<String, String> metadata) {

    /** Keeps its own copy of the metadata. */
    public FakeRecording {
        metadata = Map.copyOf(metadata);
    }

    FakeRecording withState(String other) {
        return new FakeRecording(recordId, meetingId, name, other, startTime, endTime, participants, metadata);
    }

    /** Sets metadata; an empty value removes its key. */
    FakeRecording withMetadata(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(metadata);
        changed.putAll(changes);
        changed.values().removeIf(String::isEmpty);
        return new FakeRecording(recordId, meetingId, name, state, startTime, endTime, participants, changed);
    }

    boolean isPublished() {
        return state.equals("published");
    }

    /** Whether calls that change recordings find it. */
    boolean isChangeable() {
        return isPublished() || state.equals("unpublished");
    }
}
