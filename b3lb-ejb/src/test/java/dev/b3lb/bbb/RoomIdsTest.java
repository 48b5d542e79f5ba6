package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomIdsTest {

    private static String meeting(String externalId, String internalId) {
        return "<meeting><meetingID>" + externalId + "</meetingID><internalMeetingID>" + internalId
                + "</internalMeetingID><metadata><meeting>x</meeting></metadata></meeting>";
    }

    @Test
    void a_meeting_alone_has_no_rooms() {
        assertThat(RoomIds.in(meeting("main", "1"))).isEmpty();
        assertThat(RoomIds.in("")).isEmpty();
    }

    @Test
    void the_rooms_are_what_is_told_behind_their_meeting() {
        assertThat(RoomIds.in(meeting("main", "1") + meeting("a", "2") + meeting("b", "3")))
                .containsExactly(new RoomIds("a", "2"), new RoomIds("b", "3"));
    }

    @Test
    void a_room_without_an_internal_id_is_none_and_one_without_an_external_id_is() {
        assertThat(RoomIds.in(
                        meeting("main", "1") + meeting("a", "") + meeting("", "3") + meeting("a", "4".repeat(999))))
                .containsExactly(new RoomIds("", "3"));
    }

    @Test
    void a_meeting_of_very_many_rooms_has_a_hundred() {
        assertThat(RoomIds.in(meeting("main", "1") + meeting("a", "2").repeat(1_000)))
                .hasSize(100);
    }

    @Test
    void what_cannot_be_read_has_no_rooms() {
        assertThat(RoomIds.in(meeting("main", "1") + "<meeting><meetingID>a")).isEmpty();
    }
}
