package dev.b3lb.polling;

import static dev.b3lb.polling.SomeListings.meeting;
import static dev.b3lb.polling.SomeListings.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ListedMeeting;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final UUID FORGOTTEN = new UUID(0, 2);
    private static final Unread NONE = Unread.of(List.of());

    @Test
    void a_meeting_without_a_marker_or_with_one_that_nobody_knows_is_an_orphan() {
        assertThat(orphans(meeting("ours", 1, OURS), meeting("bare", 2, null), meeting("forgotten", 3, FORGOTTEN)))
                .containsExactly("bare", "forgotten");
    }

    @Test
    void rooms_that_people_made_inside_a_meeting_go_with_it() {
        assertThat(orphans(
                        meeting("ours", 1, OURS),
                        room("inheriting", 2, "ours", OURS),
                        room("bare room", 3, "ours", null),
                        meeting("bare", 4, null),
                        room("room of bare", 5, "bare", null)))
                .containsExactly("bare");
    }

    @Test
    void a_room_that_outlived_a_meeting_of_ours_is_none_while_its_marker_is_known() {
        assertThat(orphans(room("late", 1, "gone", OURS))).isEmpty();
    }

    @Test
    void a_room_whose_main_meeting_cannot_be_read_is_none() {
        Unread main = new Unread(Set.of("main"), Set.of(), Set.of(), false);
        Unread any = new Unread(Set.of(), Set.of(), Set.of(), true);
        List<ListedMeeting> room = List.of(room("room", 1, "main", null));
        assertThat(Orphans.among(room, Set.of(), main)).isEmpty();
        assertThat(Orphans.among(room, Set.of(), any)).isEmpty();
        assertThat(Orphans.among(room, Set.of(), NONE)).hasSize(1);
    }

    @Test
    void what_cannot_be_ended_is_not_remembered() {
        assertThat(orphans(meeting("", 1, null), meeting("x".repeat(257), 2, null)))
                .isEmpty();
    }

    @Test
    void one_that_is_listed_twice_counts_once() {
        assertThat(orphans(meeting("bare", 1, null), meeting("bare", 1, null))).containsExactly("bare");
    }

    @Test
    void of_too_many_the_oldest_are_remembered() {
        List<ListedMeeting> many = IntStream.rangeClosed(1, 1_500)
                .mapToObj(i -> meeting("m" + i, 10_000 - i, null))
                .toList();
        assertThat(Orphans.among(many, Set.of(), NONE))
                .hasSize(1_000)
                .first()
                .extracting(ListedMeeting::internalId)
                .isEqualTo("m1500");
    }

    private static List<String> orphans(ListedMeeting... listed) {
        return Orphans.among(List.of(listed), Set.of(OURS), NONE).stream()
                .map(ListedMeeting::internalId)
                .toList();
    }
}
