package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.b3lb.bbb.RoomIds;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account acme1 = SomeAccounts.account("ACME", 1);
    private final Account acme2 = SomeAccounts.account("ACME", 2);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final OpenMeetings open = new OpenMeetings();
    private final FakeMeetingStore store = new FakeMeetingStore();
    private final Meetings meetings =
            new Meetings(open, store, new FixedConfigurations().with(acme, acme1, acme2, other), SomeMeters.meters());

    @Test
    void a_meeting_in_memory_needs_no_database() {
        PlacedMeeting meeting = SomeMeetings.open(acme1, "room");
        open.put(meeting);
        store.away(true);
        assertThat(meetings.find(acme1, "room")).contains(meeting);
        assertThat(meetings.find(acme1, "room-1")).contains(meeting);
    }

    @Test
    void what_is_not_in_memory_is_looked_up_and_kept() {
        PlacedMeeting meeting = SomeMeetings.open(acme1, "room");
        store.put(meeting);
        assertThat(meetings.find(acme1, "room")).contains(meeting);
        store.away(true);
        assertThat(meetings.find(acme1, "room")).contains(meeting);
    }

    @Test
    void a_miss_is_not_kept() {
        assertThat(meetings.find(acme1, "room")).isEmpty();
        store.put(SomeMeetings.open(acme1, "room"));
        assertThat(meetings.find(acme1, "room")).isPresent();
    }

    @Test
    void a_miss_while_the_database_is_away_is_no_answer() {
        store.away(true);
        assertThatIllegalStateException().isThrownBy(() -> meetings.find(acme1, "room"));
    }

    @Test
    void a_pending_meeting_is_not_found() {
        store.put(SomeMeetings.pending(acme1, SomeNodes.node("a"), "room"));
        assertThat(meetings.find(acme1, "room")).isEmpty();
    }

    @Test
    void sub_id_0_finds_its_own_meeting_first() {
        PlacedMeeting own = SomeMeetings.open(acme, "room");
        open.put(own);
        open.put(SomeMeetings.open(acme1, "room"));
        assertThat(meetings.find(acme, "room")).contains(own);
    }

    @Test
    void sub_id_0_finds_the_only_meeting_of_its_tenant() {
        PlacedMeeting only = SomeMeetings.open(acme1, "room");
        open.put(only);
        assertThat(meetings.find(acme, "room")).contains(only);
    }

    @Test
    void sub_id_0_finds_nothing_when_two_others_have_that_id() {
        open.put(SomeMeetings.open(acme1, "room"));
        open.put(SomeMeetings.open(acme2, "room"));
        assertThat(meetings.find(acme, "room")).isEmpty();
    }

    @Test
    void the_same_holds_for_what_only_the_database_knows() {
        PlacedMeeting only = SomeMeetings.open(acme1, "room");
        store.put(only);
        assertThat(meetings.find(acme, "room")).contains(only);
        store.put(SomeMeetings.open(acme1, "twice"));
        store.put(SomeMeetings.open(acme2, "twice"));
        assertThat(meetings.find(acme, "twice")).isEmpty();
    }

    @Test
    void other_sub_ids_find_only_their_own() {
        open.put(SomeMeetings.open(acme, "room"));
        store.put(SomeMeetings.open(acme2, "other-room"));
        assertThat(meetings.find(acme1, "room")).isEmpty();
        assertThat(meetings.find(acme1, "other-room")).isEmpty();
    }

    @Test
    void nobody_finds_or_sees_the_meetings_of_another_tenant() {
        PlacedMeeting meeting = SomeMeetings.open(acme1, "room");
        open.put(meeting);
        store.put(meeting);
        assertThat(meetings.find(other, "room")).isEmpty();
        assertThat(meetings.find(other, "room-1")).isEmpty();
        assertThat(meetings.visibleTo(other)).isEmpty();
    }

    @Test
    void sub_id_0_sees_all_of_its_tenant_and_others_their_own() {
        PlacedMeeting first = SomeMeetings.open(acme1, "one");
        PlacedMeeting second = SomeMeetings.open(acme2, "two");
        open.put(first);
        open.put(second);
        assertThat(meetings.visibleTo(acme)).containsExactlyInAnyOrder(first, second);
        assertThat(meetings.visibleTo(acme1)).containsExactly(first);
    }

    @Test
    void a_room_inside_a_meeting_is_its_owner_s_and_that_of_sub_id_0_and_needs_no_database() {
        PlacedMeeting meeting = SomeMeetings.open(acme1, "room");
        open.put(meeting);
        open.putRooms(meeting.id(), List.of(new RoomIds("inside", "inside-1")));
        store.away(true);
        for (String id : List.of("inside", "inside-1")) {
            for (Account owner : List.of(acme1, acme)) {
                assertThat(meetings.findRoom(owner, id)).contains(new RoomInside(meeting, "inside-1"));
            }
            for (Account stranger : List.of(acme2, other)) {
                assertThat(meetings.findRoom(stranger, id)).isEmpty();
            }
        }
    }

    @Test
    void a_meeting_that_has_a_room_s_id_comes_before_the_room() {
        PlacedMeeting meeting = SomeMeetings.open(acme1, "room");
        open.put(meeting);
        open.put(SomeMeetings.open(acme1, "inside"));
        open.putRooms(meeting.id(), List.of(new RoomIds("inside", "inside-2")));
        assertThat(meetings.findRoom(acme1, "inside")).isEmpty();
        assertThat(meetings.findRoom(acme1, "inside-2")).isPresent();
    }
}
