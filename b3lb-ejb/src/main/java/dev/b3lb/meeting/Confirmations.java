package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbXml;
import dev.b3lb.bbb.NewMeeting;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.QueryParameters;

/** What a node's answer to a create tells about the meeting. */
final class Confirmations {

    private Confirmations() {}

    /**
     * @param answer the node's SUCCESS
     * @param visible the parameters that the client may see again
     */
    static Confirmation of(NodeAnswer answer, QueryParameters visible) {
        NewMeeting created = NewMeeting.of(answer, visible);
        return new Confirmation(
                created.internalMeetingId(),
                created.createTime(),
                created.voiceBridge(),
                BbbXml.meetingFragment(created));
    }
}
