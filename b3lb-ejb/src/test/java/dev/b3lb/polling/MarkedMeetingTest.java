package dev.b3lb.polling;

import static dev.b3lb.polling.SomeListings.meeting;
import static dev.b3lb.polling.SomeListings.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ListedMeeting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkedMeetingTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final UUID ROOM = new UUID(0, 2);
    private static final Map<String, String> KEPT = Map.of("endcallbackurl", "https://front.example.org/?a=1&b=2");

    @Test
    void meetings_without_a_marker_are_not_ours() {
        assertThat(MarkedMeeting.among(List.of(meeting("main", 1, null)))).isEmpty();
    }

    @Test
    void rooms_that_a_node_made_are_told_with_their_meeting() {
        MarkedMeeting main = only(
                meeting("main", 1, OURS),
                room("inheriting", 2, "main", OURS),
                room("bare", 3, "main", null),
                room("elsewhere", 4, "unlisted", null));
        assertThat(main.meeting().internalId()).isEqualTo("main");
        assertThat(main.rooms()).extracting(ListedMeeting::internalId).containsExactly("inheriting", "bare");
    }

    @Test
    void rooms_that_a_client_created_stand_for_themselves() {
        Collection<MarkedMeeting> marked =
                MarkedMeeting.among(List.of(meeting("main", 1, OURS), room("room", 2, "main", ROOM)));
        assertThat(marked).extracting(MarkedMeeting::marker).containsExactlyInAnyOrder(OURS, ROOM);
        assertThat(marked).allSatisfy(one -> assertThat(one.rooms()).isEmpty());
    }

    @Test
    void of_two_lives_of_a_meeting_the_younger_one_counts() {
        assertThat(only(meeting("late", 2, OURS), meeting("early", 1, OURS))
                        .meeting()
                        .internalId())
                .isEqualTo("late");
    }

    @Test
    void a_life_that_has_ended_counts_for_nothing_beside_one_that_goes_on() {
        assertThat(only(meeting("ended", 2, OURS), meeting("older by a clock that was set back", 1, OURS))
                        .meeting()
                        .createTime())
                .isEqualTo(1);
    }

    @Test
    void only_a_meeting_that_goes_on_may_be_the_next_life_of_another() {
        assertThat(only(meeting("main", 1, OURS)).mayFollow()).isTrue();
        assertThat(only(meeting("ended", 1, OURS)).mayFollow()).isFalse();
        assertThat(only(room("room", 1, "unlisted", OURS)).mayFollow()).isFalse();
    }

    @Test
    void a_room_that_outlived_its_meeting_never_stands_for_the_meetings_next_life() {
        assertThat(only(room("old room", 9, "gone", OURS), meeting("new", 3, OURS))
                        .meeting()
                        .internalId())
                .isEqualTo("new");
    }

    @Test
    void what_was_kept_from_the_node_is_told_where_the_node_would_tell_it() {
        String xml = only(meeting("main", 1, OURS), room("inheriting", 2, "main", OURS), room("bare", 3, "main", null))
                .xml(KEPT);
        String restored = "<endcallbackurl>https://front.example.org/?a=1&amp;b=2</endcallbackurl>";
        assertThat(xml)
                .isEqualTo("<meeting>main<metadata><x>1</x>" + restored + "</metadata></meeting>"
                        + "<meeting>inheriting<metadata><x>1</x>" + restored + "</metadata></meeting>"
                        + "<meeting>bare<metadata><x>1</x></metadata></meeting>");
    }

    private static MarkedMeeting only(ListedMeeting... listed) {
        Collection<MarkedMeeting> marked = MarkedMeeting.among(List.of(listed));
        assertThat(marked).hasSize(1);
        return marked.iterator().next();
    }
}
