package dev.b3lb.bbb;

import java.util.List;

/**
 * What a node lists, breakout rooms included.
 *
 * @param meetings those that could be read
 * @param unreadable those that could not, of which the node is known to have them and little more
 */
public record MeetingList(List<ListedMeeting> meetings, List<UnreadableMeeting> unreadable) {

    public MeetingList {
        meetings = List.copyOf(meetings);
        unreadable = List.copyOf(unreadable);
    }
}
