package dev.b3lb.bbb;

import java.util.List;

/** How a question for a node's meetings came out. */
public sealed interface MeetingsReply {

    /** The node listed its meetings, breakout rooms included; the list may be empty. */
    record Listed(List<ListedMeeting> meetings) implements MeetingsReply {
        public Listed {
            meetings = List.copyOf(meetings);
        }
    }

    /** There is no list, or it can't be relied on. */
    record Failed(NodeFailure failure) implements MeetingsReply {}
}
