package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbXml;
import dev.b3lb.bbb.IdFromNode;
import dev.b3lb.bbb.NewMeeting;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.QueryParameters;
import java.util.Optional;

/** What a node's answer to a create tells about the meeting. */
final class Confirmations {

    private static final String DUPLICATE = "duplicateWarning";

    private Confirmations() {}

    /** The node's own id of the meeting; blank when the node names none that could be one. */
    static String internalId(NodeAnswer answer) {
        return answer.text("internalMeetingID").map(IdFromNode::of).orElse("");
    }

    /** Whether the node has the meeting now and says under which id. */
    static boolean complete(NodeAnswer answer) {
        return answer.successful() && !internalId(answer).isEmpty();
    }

    /** Whether the node says that it had a meeting of that id already. */
    static boolean foundThere(NodeAnswer answer) {
        return answer.messageKey().filter(DUPLICATE::equals).isPresent();
    }

    /**
     * @param answer the node's SUCCESS
     * @param meetingId the client's id of the meeting
     * @param visible the parameters that the client may see again
     */
    static Confirmation of(NodeAnswer answer, String meetingId, QueryParameters visible) {
        NewMeeting created = NewMeeting.of(answer, visible);
        return new Confirmation(
                internalId(answer),
                created.createTime(),
                created.voiceBridge(),
                Optional.of(created.meetingId().strip()).filter(id -> !id.isEmpty() && !id.equals(meetingId)),
                OwnMetadata.kept(visible).keptMetadata(),
                BbbXml.meetingFragment(created));
    }
}
