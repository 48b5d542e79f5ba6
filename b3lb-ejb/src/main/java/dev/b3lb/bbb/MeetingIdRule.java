package dev.b3lb.bbb;

import java.util.Optional;

/** What BBB demands of a meetingID. */
public final class MeetingIdRule {

    static final int SHORTEST = 2;
    static final int LONGEST = 256;

    private MeetingIdRule() {}

    /**
     * For create, checked in this order: absent ("Invalid meeting ID"), empty, different after cleaning or no text of
     * XML, size, comma.
     */
    public static Optional<BbbError> forCreate(Optional<String> meetingId) {
        if (meetingId.isEmpty()) {
            return Optional.of(BbbError.MEETING_ID_INVALID);
        }
        String id = meetingId.get();
        boolean changed = !WireText.sanitized(id).equals(id) || !WireText.isXmlText(id);
        return changed && !id.isBlank() ? Optional.of(BbbError.MEETING_ID_INVALID) : forQuestion(meetingId);
    }

    /**
     * For isMeetingRunning, sendChatMessage and join, on the cleaned id: absent or empty, size, comma. BBB's
     * isMeetingRunning has a server error for an absent one; here it is treated like an empty one. Other calls answer
     * "not found" for every id that is none.
     */
    public static Optional<BbbError> forQuestion(Optional<String> meetingId) {
        String id = WireText.sanitized(meetingId.orElse(""));
        if (id.isEmpty()) {
            return Optional.of(BbbError.MEETING_ID_MISSING);
        }
        if (id.length() < SHORTEST || id.length() > LONGEST) {
            return Optional.of(BbbError.MEETING_ID_SIZE);
        }
        return id.indexOf(',') >= 0 ? Optional.of(BbbError.MEETING_ID_COMMA) : Optional.empty();
    }
}
