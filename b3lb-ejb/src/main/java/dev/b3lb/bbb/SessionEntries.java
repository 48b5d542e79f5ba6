package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the people in {@code <meeting>} elements as nodes list them. Safe for use by several threads. */
final class SessionEntries {

    private final XmlSource source = new XmlSource();

    /** Everybody, meeting by meeting; an element that cannot be read costs its own people only. */
    List<SessionEntry> in(Stream<String> fragments) {
        return fragments.flatMap(this::inFragment).toList();
    }

    /** A fragment holds a meeting and may hold those of its breakout rooms behind it, so it needs a root. */
    private Stream<SessionEntry> inFragment(String fragment) {
        String document = "<meetings>" + fragment + "</meetings>";
        List<XmlElement> meetings = new ArrayList<>();
        try {
            XmlCursor cursor = source.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
            cursor.nextChild();
            for (Optional<String> child = cursor.nextChild(); child.isPresent(); child = cursor.nextChild()) {
                meetings.add(cursor.element());
            }
        } catch (UnreadableAnswer spoilt) {
            return Stream.empty();
        }
        return meetings.stream().flatMap(SessionEntries::inMeeting);
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
