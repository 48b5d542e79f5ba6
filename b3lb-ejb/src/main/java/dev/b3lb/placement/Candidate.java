package dev.b3lb.placement;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import java.util.OptionalInt;

/**
 * A node that might get a meeting, with what is known of it at the moment of the choice.
 *
 * @param node the node
 * @param health its health
 * @param attendees attendees as the last poll counted them
 * @param meetings meetings as the last poll counted them
 * @param cpu utilisation of its CPU, if the value is young enough
 * @param placedSince meetings that were placed there and that no poll has counted yet
 * @param expectedAttendees attendees that are still expected in its young meetings
 * @param taken whether it already runs a meeting with the wanted id for somebody else
 */
public record Candidate(
        PoolNode node,
        NodeHealth health,
        int attendees,
        int meetings,
        OptionalInt cpu,
        int placedSince,
        double expectedAttendees,
        boolean taken) {

    /** Whether it may get a new meeting at all. */
    boolean eligible() {
        return health == NodeHealth.ACTIVE && !node.maintenance() && !taken;
    }

    /** Its load, everything counted that was placed there since the last poll. */
    double load() {
        return LoadFormula.load(
                node.cluster(), node.loadMultiplier(), attendees + expectedAttendees, meetings + placedSince, cpu);
    }
}
