package dev.b3lb.meeting;

import dev.b3lb.bbb.MeetingIdOnNode;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A meeting and its node.
 *
 * @param id our own id of the meeting, which goes to the node as {@code meta_b3lb-id}
 * @param secretId the account that it belongs to
 * @param nodeId the node that it is on, or that is reserved for it
 * @param meetingId the id that the client gave it
 * @param state where it is between create and end
 * @param internalMeetingId the id that the node gave it; none while PENDING
 * @param idOnNode the external id that the node gave it in place of the client's, as it does with breakout rooms
 * @param nonce allows the node to tell us of this meeting; a new one for each node that is tried
 * @param presence who is in it
 * @param kept metadata that the client sees in place of ours
 * @param revision grows with every change of the row; greater is newer
 */
public record PlacedMeeting(
        UUID id,
        UUID secretId,
        UUID nodeId,
        String meetingId,
        MeetingState state,
        Optional<String> internalMeetingId,
        Optional<String> idOnNode,
        String nonce,
        @Nested Presence presence,
        @Nested KeptMetadata kept,
        int revision) {

    /** The columns of table {@code meeting} that make this record. */
    static final String COLUMNS = "id, secret_id, node_id, meeting_id, state, internal_meeting_id, id_on_node, nonce,"
            + " attendees, listeners, voices, videos, moderators, origin, origin_server_name, breakout, kept_metadata,"
            + " revision";

    /** Whether calls for it may go to its node. */
    public boolean isOpen() {
        return state == MeetingState.OPEN;
    }

    /**
     * What names the meeting on its node. Nodes read an id first as the beginning of one of their own, and they give
     * breakout rooms another one than the client chose.
     */
    public String idForNode() {
        boolean ambiguous = MeetingIdOnNode.couldBeInternalPrefix(meetingId) || idOnNode.isPresent();
        return ambiguous ? internalMeetingId.orElseThrow() : meetingId;
    }

    /** Without the nonce. */
    @Override
    public String toString() {
        return "PlacedMeeting[" + id + ", " + meetingId + ", " + state + ", revision " + revision + "]";
    }
}
