package dev.b3lb.meeting;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;

/**
 * An open meeting and its node.
 *
 * @param meeting the meeting
 * @param node the node that it is on
 * @param health how that node is
 */
public record MeetingPlace(PlacedMeeting meeting, PoolNode node, NodeHealth health) {

    /** Whether there is no use in sending anybody there. */
    public boolean nodeIsDown() {
        return health == NodeHealth.DOWN;
    }
}
