package dev.b3lb.bbb;

/** How a call to a node came out. */
public sealed interface NodeReply {

    /** The node answered in BBB's XML, SUCCESS or FAILED. */
    record Answered(NodeAnswer answer) implements NodeReply {}

    /** There is no answer. */
    record Failed(NodeFailure failure) implements NodeReply {}
}
