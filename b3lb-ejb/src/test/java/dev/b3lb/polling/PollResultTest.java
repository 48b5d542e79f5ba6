package dev.b3lb.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingList;
import dev.b3lb.bbb.MeetingText;
import dev.b3lb.bbb.UnreadableMeeting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollResultTest {

    private static final String MAIN = "main-1";

    @Test
    void who_is_in_a_breakout_room_is_counted_in_the_main_room_only() {
        PollResult.Good good = good(meeting("main-1", 10, 2, false), room("room-1", 4, 1), room("room-2", 6, 0));
        assertThat(good.attendees()).isEqualTo(10);
        assertThat(good.largestMeeting()).isEqualTo(10);
    }

    @Test
    void a_camera_is_where_it_is_on() {
        assertThat(good(meeting("main-1", 10, 2, false), room("room-1", 4, 1)).videos())
                .isEqualTo(3);
    }

    @Test
    void breakout_rooms_are_meetings_too() {
        assertThat(good(meeting("main-1", 10, 2, false), room("room-1", 4, 1)).meetings())
                .isEqualTo(2);
    }

    @Test
    void the_largest_meeting_is_the_one_with_the_most_attendees() {
        assertThat(good(meeting("a-1", 3, 0, false), meeting("b-1", 8, 0, false), meeting("c-1", 5, 0, false))
                        .largestMeeting())
                .isEqualTo(8);
    }

    @Test
    void an_empty_node_has_nobody() {
        PollResult.Good empty = good();
        assertThat(empty.attendees()).isZero();
        assertThat(empty.largestMeeting()).isZero();
        assertThat(empty.videos()).isZero();
    }

    @Test
    void what_could_not_be_read_is_counted_and_named() {
        UnreadableMeeting odd = new UnreadableMeeting(Set.of("183f-1"), Set.of(), Set.of(), "lecture", 40);
        PollResult.Good good = new PollResult.Good(
                OptionalInt.empty(),
                Optional.empty(),
                new MeetingList(List.of(meeting("main-1", 10, 2, false)), Collections.nCopies(7, odd)));
        assertThat(good.attendees()).isEqualTo(290);
        assertThat(good.largestMeeting()).isEqualTo(40);
        assertThat(good.meetings()).isEqualTo(8);
        assertThat(good.unreadable()).startsWith("183f-1 (lecture), 183f-1").endsWith(" and 2 more");
        assertThat(good(meeting("main-1", 10, 2, false)).unreadable()).isEmpty();
    }

    private static PollResult.Good good(ListedMeeting... meetings) {
        return new PollResult.Good(
                OptionalInt.empty(), Optional.empty(), new MeetingList(List.of(meetings), List.of()));
    }

    private static ListedMeeting room(String internalId, int attendees, int videos) {
        return meeting(internalId, attendees, videos, true);
    }

    private static ListedMeeting meeting(String internalId, int attendees, int videos, boolean isBreakout) {
        return new ListedMeeting(
                "id",
                internalId,
                "name",
                1,
                "70066",
                attendees,
                0,
                0,
                videos,
                1,
                isBreakout,
                false,
                isBreakout ? Optional.of(MAIN) : Optional.empty(),
                Optional.empty(),
                "",
                "",
                new MeetingText("", "<meeting/>"));
    }
}
