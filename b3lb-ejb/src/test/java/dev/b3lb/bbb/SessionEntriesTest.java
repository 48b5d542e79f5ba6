package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionEntriesTest {

    private final SessionEntries entries = new SessionEntries();

    @Test
    void each_person_of_each_meeting_and_breakout_room_is_told() {
        assertThat(entries.in(Stream.of(meeting("1", "A & B", "Eve", "Eve") + meeting("2", "Breakout", "Bob"))))
                .containsExactly(
                        new SessionEntry("1", "A & B", "Eve"),
                        new SessionEntry("1", "A & B", "Eve"),
                        new SessionEntry("2", "Breakout", "Bob"));
    }

    @Test
    void an_empty_meeting_has_nobody() {
        assertThat(entries.in(Stream.of(meeting("1", "A"), "<meeting/>", "<meeting><attendees/></meeting>")))
                .isEmpty();
    }

    @Test
    void an_unreadable_element_spoils_nothing_but_itself() {
        assertThat(entries.in(Stream.of("<meeting>", "<!DOCTYPE x><meeting/>", meeting("1", "A", "Eve"))))
                .containsExactly(new SessionEntry("1", "A", "Eve"));
    }

    private static String meeting(String internalId, String name, String... people) {
        StringBuilder attendees = new StringBuilder();
        for (String person : people) {
            attendees.append("<attendee><userID>x</userID><fullName>" + person + "</fullName></attendee>");
        }
        return "<meeting><meetingName>" + name.replace("&", "&amp;") + "</meetingName><meetingID>room</meetingID>"
                + "<internalMeetingID>" + internalId + "</internalMeetingID><attendees>" + attendees
                + "</attendees></meeting>";
    }
}
