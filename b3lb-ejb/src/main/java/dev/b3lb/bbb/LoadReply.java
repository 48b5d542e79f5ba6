package dev.b3lb.bbb;

/** How a question for a node's CPU load came out. */
public sealed interface LoadReply {

    /**
     * The node told its load.
     *
     * @param cpu utilisation, 0 to 10,000
     */
    record Measured(int cpu) implements LoadReply {}

    /** There is no answer, or it is no load. */
    record Failed(NodeFailure failure) implements LoadReply {}
}
