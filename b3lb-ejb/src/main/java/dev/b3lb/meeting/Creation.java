package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeAnswer;

/** How a create ended. */
public sealed interface Creation {

    /**
     * A node answered, with success or with an error of its own for the client.
     *
     * @param answer what the node said
     */
    record Answered(NodeAnswer answer) implements Creation {}

    /**
     * b3lb itself refuses.
     *
     * @param error what the client is told
     */
    record Refused(BbbError error) implements Creation {}
}
