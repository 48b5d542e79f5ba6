package dev.b3lb.bbb;

import java.util.UUID;
import java.util.regex.Pattern;

/** How nodes look up a meetingID: first as a prefix of their internal ids, then as an external one. */
public final class MeetingIdOnNode {

    private static final Pattern PREFIX = Pattern.compile("[0-9a-f-]*");

    private static final long THIRTEEN_DIGITS = 10_000_000_000_000L;

    private MeetingIdOnNode() {}

    /**
     * Whether a node could take the id for the start of an internal id ({@code sha1-createTime}) and so mean another
     * meeting; such a call has to use the internal id. Case matters, since internal ids are lower case.
     */
    public static boolean couldBeInternalPrefix(String meetingId) {
        return PREFIX.matcher(meetingId).matches();
    }

    /**
     * The meetingID under which a breakout room is created. BBB takes it for the room's internal id as it stands. With
     * the client's own, a room could begin like another tenant's meetingID and would then be found in its place; this
     * one has the form of all internal ids, with digits where others have the time.
     *
     * @param room our own id of the room, so that the same room always has the same
     */
    public static String ofRoom(UUID room) {
        long digits = Math.floorMod(room.getMostSignificantBits(), THIRTEEN_DIGITS);
        return ChecksumAlgorithm.SHA1.hex(room.toString()) + "-" + "%013d".formatted(digits);
    }
}
