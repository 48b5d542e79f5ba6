package dev.b3lb.bbb;

import java.util.List;
import java.util.stream.Stream;

/** Finds the people in {@code <meeting>} elements as nodes list them. Safe for use by several threads. */
final class SessionEntries {

    private final MeetingFragment fragments = new MeetingFragment();

    /** Everybody, meeting by meeting; an element that cannot be read costs its own people only. */
    List<SessionEntry> in(Stream<String> told) {
        return told.flatMap(fragment -> fragments.elements(fragment).stream())
                .flatMap(SessionEntries::inMeeting)
                .toList();
    }

    private static Stream<SessionEntry> inMeeting(XmlElement meeting) {
        String id = meeting.childText("internalMeetingID").orElse("");
        String name = meeting.childText("meetingName").orElse("");
        return meeting.child("attendees").stream()
                .flatMap(XmlElement::elements)
                .filter(person -> person.name().equals("attendee"))
                .map(person ->
                        new SessionEntry(id, name, person.childText("fullName").orElse("")));
    }
}
