package dev.b3lb.meeting;

import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Meetings for tests. */
public final class SomeMeetings {

    private static final Presence NOBODY = new Presence(0, 0, 0, 0, 0, "", "", false);

    private SomeMeetings() {}

    static PlacedMeeting pending(Account account, PoolNode node, String meetingId) {
        return new PlacedMeeting(
                UUID.randomUUID(),
                account.id(),
                node.id(),
                meetingId,
                MeetingState.PENDING,
                Optional.empty(),
                Optional.empty(),
                "nonce-of-" + meetingId,
                NOBODY,
                KeptMetadata.NONE,
                1);
    }

    /** An open meeting on a node. */
    public static PlacedMeeting open(Account account, PoolNode node, String meetingId) {
        return opened(pending(account, node, meetingId), meetingId + "-1");
    }

    static PlacedMeeting open(Account account, String meetingId) {
        return open(account, SomeNodes.node("a"), meetingId);
    }

    static PlacedMeeting opened(PlacedMeeting meeting, String internalId) {
        return changed(meeting, MeetingState.OPEN, Optional.of(internalId));
    }

    static PlacedMeeting closed(PlacedMeeting meeting) {
        return changed(meeting, MeetingState.CLOSED, meeting.internalMeetingId());
    }

    /** The same meeting with somebody in it. */
    public static PlacedMeeting with(Presence presence, PlacedMeeting meeting) {
        return told(meeting, presence, meeting.kept(), meeting.revision() + 1);
    }

    /** The same meeting with metadata that its node does not get. */
    static PlacedMeeting keeping(Map<String, String> kept, PlacedMeeting meeting) {
        return told(meeting, meeting.presence(), KeptMetadata.of(kept), meeting.revision());
    }

    private static PlacedMeeting told(PlacedMeeting meeting, Presence presence, KeptMetadata kept, int revision) {
        return new PlacedMeeting(
                meeting.id(),
                meeting.secretId(),
                meeting.nodeId(),
                meeting.meetingId(),
                meeting.state(),
                meeting.internalMeetingId(),
                meeting.idOnNode(),
                meeting.nonce(),
                presence,
                kept,
                revision);
    }

    static PlacedMeeting moved(PlacedMeeting meeting, PoolNode node) {
        return new PlacedMeeting(
                meeting.id(),
                meeting.secretId(),
                node.id(),
                meeting.meetingId(),
                meeting.state(),
                meeting.internalMeetingId(),
                meeting.idOnNode(),
                meeting.nonce() + "-moved",
                meeting.presence(),
                meeting.kept(),
                meeting.revision() + 1);
    }

    private static PlacedMeeting changed(PlacedMeeting meeting, MeetingState state, Optional<String> internalId) {
        return new PlacedMeeting(
                meeting.id(),
                meeting.secretId(),
                meeting.nodeId(),
                meeting.meetingId(),
                state,
                internalId,
                meeting.idOnNode(),
                meeting.nonce(),
                meeting.presence(),
                meeting.kept(),
                meeting.revision() + 1);
    }
}
