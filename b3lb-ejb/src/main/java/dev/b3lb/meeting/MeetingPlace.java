package dev.b3lb.meeting;

import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import java.util.Map;
import java.util.Optional;

/**
 * An open meeting, or a breakout room that people have made inside one, and its node.
 *
 * @param meeting the meeting
 * @param room the node's own id of the room, if that is what is meant
 * @param node the node that it is on
 * @param health how that node is
 */
public record MeetingPlace(PlacedMeeting meeting, Optional<String> room, PoolNode node, NodeHealth health) {

    /** What names the meeting or the room on the node. */
    public String idForNode() {
        return room.orElseGet(meeting::idForNode);
    }

    /**
     * The client's own metadata that stand in a node's answer about this in place of ours. Nodes give their rooms the
     * metadata of the meeting, but need not.
     */
    public Map<String, String> kept(NodeAnswer answer) {
        return room.isEmpty() || OwnMetadata.marked(answer, meeting.id())
                ? meeting.kept().values()
                : Map.of();
    }

    /** Whether there is no use in sending anybody there. */
    public boolean nodeIsDown() {
        return health == NodeHealth.DOWN;
    }
}
