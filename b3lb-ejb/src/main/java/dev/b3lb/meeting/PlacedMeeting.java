package dev.b3lb.meeting;

import java.util.Optional;
import java.util.UUID;

/**
 * A meeting and its node.
 *
 * @param id our own id of the meeting, which goes to the node as {@code meta_b3lb-id}
 * @param secretId the account that it belongs to
 * @param nodeId the node that it is on, or that is reserved for it
 * @param meetingId the id that the client gave it
 * @param state where it is between create and end
 * @param internalMeetingId the id that the node gave it; none while PENDING
 * @param revision grows with every change of the row; greater is newer
 */
public record PlacedMeeting(
        UUID id,
        UUID secretId,
        UUID nodeId,
        String meetingId,
        MeetingState state,
        Optional<String> internalMeetingId,
        int revision) {

    /** The columns of table {@code meeting} that make this record. */
    static final String COLUMNS = "id, secret_id, node_id, meeting_id, state, internal_meeting_id, revision";

    /** Whether calls for it may go to its node. */
    public boolean isOpen() {
        return state == MeetingState.OPEN;
    }
}
