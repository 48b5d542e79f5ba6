package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;

/** A rule that chooses nodes, with all that it remembers. One belongs to one run. */
interface Chooser {

    /** How many attendees it takes a meeting for. */
    default ExpectedSize expected(Create create) {
        return ExpectedSize.NOBODY;
    }

    /**
     * Chooses a node.
     *
     * @param expected what {@link #expected} has said
     * @param ready the nodes that may get a meeting, at least one
     * @param now time in seconds
     */
    SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now);

    /** A meeting was placed on a node. */
    default void placed(SimNode node) {}

    /** Somebody was sent to a node. */
    default void joined(SimNode node) {}

    /** Comes every minute, with all nodes. */
    default void minute(List<SimNode> nodes, double now) {}

    /** A meeting is over. */
    default void ended(SimMeeting meeting) {}
}
