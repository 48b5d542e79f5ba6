package dev.b3lb.placement;

import dev.b3lb.node.PoolNode;
import java.util.OptionalInt;

/**
 * A node that might get a meeting, with what is known of it at the moment of the choice.
 *
 * @param node the node
 * @param standing whether it may get a meeting; maintenance comes on top of that
 * @param ramp the part of its capacity that counts, more than 0 and up to 1; less than 1 for some minutes after a node
 *     has come back
 * @param experience what it has shown that it can serve
 * @param attendees attendees as the last poll counted them
 * @param meetings meetings as the last poll counted them
 * @param cpu utilisation of its CPU, 0 to 10,000, if the value is young enough
 * @param placedSince meetings that were placed there and that no poll has counted yet
 * @param expectedAttendees attendees that are expected there on top of those that were counted
 * @param taken whether it already runs a meeting with the wanted id for somebody else
 */
public record Candidate(
        PoolNode node,
        Standing standing,
        double ramp,
        Experience experience,
        int attendees,
        int meetings,
        OptionalInt cpu,
        int placedSince,
        double expectedAttendees,
        boolean taken) {

    /** Whether it may get a new meeting if it has this standing. */
    boolean eligible(Standing wanted) {
        return standing == wanted && !node.maintenance() && !taken;
    }
}
