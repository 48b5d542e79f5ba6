package dev.b3lb.bbb;

/** How a question for a node's meetings came out. */
public sealed interface MeetingsReply {

    /** The node listed its meetings; the list may be empty. */
    record Listed(MeetingList list) implements MeetingsReply {}

    /** There is no list, or it can't be relied on. */
    record Failed(NodeFailure failure) implements MeetingsReply {}
}
