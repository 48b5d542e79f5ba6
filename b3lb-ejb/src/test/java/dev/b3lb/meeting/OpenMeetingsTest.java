package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.RoomIds;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenMeetingsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final OpenMeetings meetings = new OpenMeetings();

    @Test
    void an_open_meeting_is_found_by_each_of_its_ids() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        assertThat(meetings.find(acme.id(), "room")).contains(meeting);
        assertThat(meetings.find(acme.id(), "room-1")).contains(meeting);
        assertThat(meetings.byId(meeting.id())).contains(meeting);
        assertThat(meetings.of(acme.id())).containsExactly(meeting);
        assertThat(meetings.count()).isEqualTo(1);
    }

    @Test
    void nobody_finds_the_meeting_of_another_account() {
        meetings.put(SomeMeetings.open(acme, "room"));
        assertThat(meetings.find(other.id(), "room")).isEmpty();
        assertThat(meetings.find(other.id(), "room-1")).isEmpty();
        assertThat(meetings.of(other.id())).isEmpty();
    }

    @Test
    void equal_ids_of_two_accounts_are_two_meetings() {
        PlacedMeeting first = SomeMeetings.open(acme, "room");
        PlacedMeeting second = SomeMeetings.open(other, "room");
        meetings.put(first);
        meetings.put(second);
        meetings.remove(first.id());
        assertThat(meetings.find(acme.id(), "room")).isEmpty();
        assertThat(meetings.find(other.id(), "room")).contains(second);
    }

    @Test
    void a_room_inside_a_meeting_is_found_by_each_of_its_ids_until_it_is_told_no_more() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        meetings.putRooms(meeting.id(), List.of(new RoomIds("x1", "i1"), new RoomIds("x2", "i2")));
        for (String id : List.of("x1", "i1")) {
            assertThat(meetings.room(id)).contains(new RoomInside(meeting, "i1"));
        }

        meetings.putRooms(meeting.id(), List.of(new RoomIds("x2", "i2"), new RoomIds("", "i3")));

        assertThat(meetings.room("x1")).isEmpty();
        assertThat(meetings.room("i1")).isEmpty();
        assertThat(meetings.room("")).isEmpty();
        assertThat(meetings.room("x2")).contains(new RoomInside(meeting, "i2"));
        assertThat(meetings.room("i3")).contains(new RoomInside(meeting, "i3"));
    }

    @Test
    void rooms_may_be_told_before_their_meeting_and_are_gone_with_it() {
        PlacedMeeting first = SomeMeetings.open(acme, "first");
        PlacedMeeting second = SomeMeetings.open(acme, "second");
        meetings.putRooms(first.id(), List.of(new RoomIds("x1", "i1")));
        meetings.putRooms(second.id(), List.of(new RoomIds("x2", "i2")));
        assertThat(meetings.room("x1")).isEmpty();
        meetings.put(first);
        meetings.put(second);
        assertThat(meetings.room("x1")).isPresent();

        meetings.put(SomeMeetings.closed(first));
        meetings.remove(second.id());
        meetings.putRooms(second.id(), List.of(new RoomIds("x2", "i2")));

        for (String id : List.of("x1", "i1", "x2", "i2")) {
            assertThat(meetings.room(id)).isEmpty();
        }
    }

    @Test
    void a_pending_meeting_is_not_kept_before_it_opens() {
        PlacedMeeting pending = SomeMeetings.pending(acme, SomeNodes.node("a"), "room");
        meetings.put(pending);
        assertForgotten(pending);
        meetings.put(SomeMeetings.opened(pending, "room-1"));
        assertThat(meetings.find(acme.id(), "room")).isPresent();
    }

    @Test
    void a_closed_meeting_is_forgotten() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        meetings.put(SomeMeetings.closed(meeting));
        assertForgotten(meeting);
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        PlacedMeeting old = SomeMeetings.open(acme, "room");
        PlacedMeeting newer = SomeMeetings.opened(old, "room-2");
        meetings.put(newer);
        meetings.put(old);
        assertThat(meetings.find(acme.id(), "room")).contains(newer);
        assertThat(meetings.find(acme.id(), "room-1")).isEmpty();
    }

    @Test
    void a_meeting_that_is_over_does_not_come_back_with_an_older_state() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(SomeMeetings.closed(meeting));
        meetings.put(meeting);
        assertForgotten(meeting);
    }

    @Test
    void a_meeting_that_was_removed_does_not_come_back_with_an_older_state() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        meetings.remove(meeting.id());
        meetings.put(meeting);
        assertForgotten(meeting);
    }

    @Test
    void a_meeting_whose_copy_goes_on_is_found_again_in_place_of_the_other() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        PlacedMeeting closed = SomeMeetings.closed(meeting);
        PlacedMeeting other = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        meetings.put(closed);
        meetings.put(other);

        PlacedMeeting again = SomeMeetings.opened(closed, "room-1");
        meetings.put(again);
        meetings.put(SomeMeetings.closed(other));

        assertThat(meetings.find(acme.id(), "room")).contains(again);
    }

    @Test
    void a_meeting_that_was_created_anew_on_its_node_has_another_internal_id() {
        PlacedMeeting before = SomeMeetings.open(acme, "room");
        PlacedMeeting after = SomeMeetings.opened(before, "room-2");
        meetings.put(before);
        meetings.put(after);
        assertThat(meetings.find(acme.id(), "room")).contains(after);
        assertThat(meetings.find(acme.id(), "room-2")).contains(after);
        assertThat(meetings.find(acme.id(), "room-1")).isEmpty();
        assertThat(meetings.of(acme.id())).containsExactly(after);
    }

    @Test
    void the_next_meeting_of_an_id_is_not_lost_when_the_one_before_is_closed_late() {
        PlacedMeeting first = SomeMeetings.open(acme, "room");
        PlacedMeeting second = SomeMeetings.open(acme, "room");
        meetings.put(first);
        meetings.put(second);
        meetings.put(SomeMeetings.closed(first));
        assertThat(meetings.find(acme.id(), "room")).contains(second);
        assertThat(meetings.of(acme.id())).containsExactly(second);
    }

    @Test
    void the_id_that_a_client_chose_counts_before_one_that_a_node_gave() {
        PlacedMeeting first = SomeMeetings.open(acme, "room");
        PlacedMeeting second = SomeMeetings.open(acme, "room-1");
        meetings.put(first);
        meetings.put(second);
        meetings.put(SomeMeetings.opened(first, "room-1"));
        assertThat(meetings.find(acme.id(), "room-1")).contains(second);
        meetings.put(SomeMeetings.closed(first));
        assertThat(meetings.find(acme.id(), "room-1")).contains(second);
    }

    @Test
    void what_went_away_with_its_account_is_forgotten_and_may_come_back_with_it() {
        PlacedMeeting gone = SomeMeetings.open(acme, "room");
        PlacedMeeting kept = SomeMeetings.open(other, "room");
        meetings.put(gone);
        meetings.put(kept);
        meetings.retain(meeting -> meeting.secretId().equals(other.id()));
        assertThat(meetings.find(acme.id(), "room")).isEmpty();
        assertThat(meetings.of(acme.id())).isEmpty();
        assertThat(meetings.find(other.id(), "room")).contains(kept);
        meetings.put(gone);
        assertThat(meetings.find(acme.id(), "room")).contains(gone);
    }

    @Test
    void removing_what_is_not_there_does_nothing() {
        meetings.remove(new UUID(1, 1));
        assertThat(meetings.count()).isZero();
    }

    @Property(tries = 200)
    void in_whatever_order_states_come_the_newest_one_stands(@ForAll long seed) {
        OpenMeetings shuffled = new OpenMeetings();
        PlacedMeeting first = SomeMeetings.open(acme, "room");
        List<PlacedMeeting> states = new ArrayList<>(List.of(first));
        for (int life = 2; life < 6; life++) {
            states.add(SomeMeetings.opened(states.get(states.size() - 1), "room-" + life));
        }
        PlacedMeeting newest = states.get(states.size() - 1);
        Collections.shuffle(states, new Random(seed));
        states.forEach(shuffled::put);
        assertThat(shuffled.find(acme.id(), "room")).contains(newest);
        assertThat(shuffled.of(acme.id())).containsExactly(newest);
        assertThat(shuffled.find(acme.id(), "room-1")).isEmpty();
    }

    @Test
    void readers_never_miss_a_meeting_while_it_changes() throws Exception {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        meetings.put(meeting);
        AtomicBoolean writing = new AtomicBoolean(true);
        Callable<Integer> reader = () -> {
            int misses = 0;
            while (writing.get()) {
                misses += meetings.find(acme.id(), "room").isPresent() ? 0 : 1;
            }
            return misses;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            PlacedMeeting state = meeting;
            for (int life = 0; life < 20_000; life++) {
                state = SomeMeetings.opened(state, "room-" + life % 3);
                meetings.put(state);
            }
            writing.set(false);
            for (Future<Integer> misses : readers) {
                assertThat(misses.get()).isZero();
            }
        } finally {
            writing.set(false);
            threads.shutdownNow();
        }
    }

    @Test
    void accounts_used_by_many_threads_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        PlacedMeeting meeting = SomeMeetings.open(acme, number + "-" + i);
                        meetings.put(meeting);
                        if (i % 2 == 0) {
                            meetings.remove(meeting.id());
                        }
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(meetings.count()).isEqualTo(4_000);
            assertThat(meetings.of(acme.id())).hasSize(4_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertForgotten(PlacedMeeting meeting) {
        assertThat(meetings.find(acme.id(), meeting.meetingId())).isEmpty();
        assertThat(meetings.byId(meeting.id())).isEmpty();
        assertThat(meetings.of(acme.id())).isEmpty();
        assertThat(meetings.count()).isZero();
    }
}
