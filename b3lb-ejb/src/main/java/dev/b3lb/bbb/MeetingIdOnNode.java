package dev.b3lb.bbb;

import java.util.regex.Pattern;

/** How nodes look up a meetingID: first as a prefix of their internal ids, then as an external one. */
public final class MeetingIdOnNode {

    private static final Pattern PREFIX = Pattern.compile("[0-9a-f-]*");

    private MeetingIdOnNode() {}

    /**
     * Whether a node could take the id for the start of an internal id ({@code sha1-createTime}) and so mean another
     * meeting; such a call has to use the internal id. Case matters, since internal ids are lower case.
     */
    public static boolean couldBeInternalPrefix(String meetingId) {
        return PREFIX.matcher(meetingId).matches();
    }
}
