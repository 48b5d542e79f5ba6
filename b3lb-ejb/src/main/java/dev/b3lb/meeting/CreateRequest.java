package dev.b3lb.meeting;

import dev.b3lb.bbb.MeetingIdOnNode;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.tenant.Account;
import java.util.Optional;

/**
 * A client's create, already authenticated and checked.
 *
 * @param account who creates
 * @param meetingId the id of the meeting
 * @param parameters the client's parameters without its checksum, as the tenant's rules leave them
 * @param body an XML body that goes on untouched
 * @param parent the main meeting, if this is a breakout room
 * @param again whether the meeting was known until this create found that its node does not have it any more
 */
public record CreateRequest(
        Account account,
        String meetingId,
        QueryParameters parameters,
        Optional<NodeRequest.Body> body,
        Optional<PlacedMeeting> parent,
        boolean again) {

    /** A create as it came in; whether it is one of a breakout room is found out later. */
    public CreateRequest(
            Account account, String meetingId, QueryParameters parameters, Optional<NodeRequest.Body> body) {
        this(account, meetingId, parameters, body, Optional.empty(), false);
    }

    /** The id under which the meeting is created on its node: the client's, but for a breakout room one of ours. */
    String idOnNode(PlacedMeeting meeting) {
        return parent.isPresent() ? MeetingIdOnNode.ofRoom(meeting.id()) : meetingId;
    }

    /** The same create with other parameters. */
    CreateRequest with(QueryParameters others) {
        return new CreateRequest(account, meetingId, others, body, parent, again);
    }

    /** The same create as that of a breakout room. */
    CreateRequest inRoomOf(PlacedMeeting mainMeeting) {
        return new CreateRequest(account, meetingId, parameters, body, Optional.of(mainMeeting), again);
    }

    /** The same create after the meeting turned out to be lost. */
    CreateRequest afterLoss() {
        return new CreateRequest(account, meetingId, parameters, body, parent, true);
    }
}
