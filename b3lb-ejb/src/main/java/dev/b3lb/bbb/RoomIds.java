package dev.b3lb.bbb;

import java.util.List;

/**
 * What names a breakout room that people have made inside a meeting.
 *
 * @param externalId the meetingID that its node gave it; empty if it told none
 * @param internalId the node's own id of it
 */
public record RoomIds(String externalId, String internalId) {

    /** More rooms in one meeting, which are several times what BBB allows, are not looked at. */
    private static final int MOST = 100;

    private static final String ELEMENT = "<meeting>";

    private static final MeetingFragment FRAGMENTS = new MeetingFragment();

    /**
     * The rooms inside a meeting.
     *
     * @param fragment what is told of the meeting, as getMeetings does
     */
    public static List<RoomIds> in(String fragment) {
        if (fragment.indexOf(ELEMENT, 1) < 0) {
            return List.of(); // as of nearly every meeting, so nothing is parsed
        }
        return FRAGMENTS.elements(fragment).stream()
                .skip(1)
                .limit(MOST)
                .map(room -> new RoomIds(id(room, "meetingID"), id(room, "internalMeetingID")))
                .filter(room -> !room.internalId().isEmpty())
                .toList();
    }

    private static String id(XmlElement room, String name) {
        return IdFromNode.of(room.childText(name).orElse(""));
    }
}
