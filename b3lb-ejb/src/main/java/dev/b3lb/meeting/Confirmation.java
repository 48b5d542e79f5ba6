package dev.b3lb.meeting;

import java.util.Optional;

/**
 * What a node has told about a meeting that it created or already had.
 *
 * @param internalMeetingId the node's own id of the meeting
 * @param createTime when the node created it, in its own milliseconds
 * @param voiceBridge its number for dialling in
 * @param idOnNode the external id that the node gave it, if that is not the client's
 * @param keptMetadata what the client wanted in place of ours, as a form
 * @param listing its {@code <meeting>} element until the first poll brings the node's own
 */
public record Confirmation(
        String internalMeetingId,
        long createTime,
        String voiceBridge,
        Optional<String> idOnNode,
        String keptMetadata,
        String listing) {

    /** Without the listing, which holds passwords. */
    @Override
    public String toString() {
        return "Confirmation[" + internalMeetingId + "]";
    }
}
