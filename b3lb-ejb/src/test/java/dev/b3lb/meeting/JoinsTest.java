package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.placement.Arrivals;
import dev.b3lb.tally.FakeTallyStore;
import dev.b3lb.tally.JoinCounter;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoinsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final PlacedMeeting room = SomeMeetings.open(acme, "room");
    private final PlacedMeeting other = SomeMeetings.open(acme, "other");
    private final FakeJoinStore store = new FakeJoinStore();
    private final FakeTallyStore tallies = new FakeTallyStore();
    private final JoinCounter counter = tallies.counter();
    private final AtomicLong clock = new AtomicLong();
    private final Joins joins = new Joins(store, counter, clock::get);

    private void join(PlacedMeeting meeting, int times) {
        IntStream.range(0, times).forEach(time -> joins.count(meeting));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void joins_of_all_meetings_are_written_together_and_once() {
        join(room, 3);
        join(other, 1);
        joins.write();
        joins.write();

        assertThat(store.writes()).containsExactly(Set.of(room.id(), other.id()));
        assertThat(store.coming(room)).isEqualTo(3);
        assertThat(store.coming(other)).isEqualTo(1);
    }

    @Test
    void nobody_joins_and_nothing_is_written() {
        joins.write();
        assertThat(store.writes()).isEmpty();
    }

    @Test
    void a_row_that_somebody_else_writes_gets_its_joins_later() {
        store.busy(room, true);
        join(room, 2);
        join(other, 1);
        joins.write();
        assertThat(store.coming(room)).isZero();
        assertThat(store.coming(other)).isEqualTo(1);

        join(room, 1);
        store.busy(room, false);
        joins.write();
        assertThat(store.coming(room)).isEqualTo(3);
        assertThat(store.coming(other)).isEqualTo(1);
    }

    @Test
    void joins_wait_for_a_database_that_is_away() {
        store.away(true);
        join(room, 2);
        assertThatThrownBy(joins::write).isInstanceOf(IllegalStateException.class);
        pass(Duration.ofSeconds(30));
        join(room, 1);
        store.away(false);
        joins.write();
        assertThat(store.coming(room)).isEqualTo(3);
    }

    @Test
    void who_joined_a_minute_ago_does_not_count_any_more() {
        store.away(true);
        join(room, 2);
        pass(Arrivals.GONE);
        assertThatThrownBy(joins::write).isInstanceOf(IllegalStateException.class);
        store.away(false);
        joins.write();
        assertThat(store.writes()).isEmpty();
    }

    @Test
    void one_page_that_is_called_again_and_again_counts_only_so_often() {
        join(room, Arrivals.MOST + 100);
        joins.write();
        assertThat(store.coming(room)).isEqualTo(Arrivals.MOST);
    }

    @Test
    void more_meetings_than_memory_allows_are_left_out() {
        join(room, 1);
        Stream.generate(() -> SomeMeetings.open(acme, "one of many"))
                .limit(Joins.MOST_MEETINGS)
                .forEach(joins::count);
        join(room, 1);
        joins.write();
        assertThat(store.writes().get(0)).hasSize(Joins.MOST_MEETINGS);
        assertThat(store.coming(room)).isEqualTo(2);
    }

    @Test
    void every_join_is_counted_for_its_secret_also_when_it_does_not_fill_the_node() {
        join(room, Arrivals.MOST + 100);
        join(other, 1);
        counter.flush();
        assertThat(tallies.joins(acme.id())).isEqualTo(Arrivals.MOST + 101);
    }

    @Test
    void no_join_is_lost_while_others_are_written() {
        List<CompletableFuture<Void>> crowd = IntStream.range(0, 4)
                .mapToObj(door -> CompletableFuture.runAsync(() -> join(room, 100)))
                .toList();
        while (!crowd.stream().allMatch(CompletableFuture::isDone)) {
            joins.write();
        }
        joins.write();
        assertThat(store.coming(room)).isEqualTo(400);
    }
}
