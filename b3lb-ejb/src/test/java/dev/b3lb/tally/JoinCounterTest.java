package dev.b3lb.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.tally.FakeTallyStore.Commit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinCounterTest {

    private final UUID acme = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final FakeTallyStore store = new FakeTallyStore();
    private final JoinCounter counter = new JoinCounter(store);

    private void join(UUID secret, int times) {
        IntStream.range(0, times).forEach(time -> counter.joined(secret));
    }

    @Test
    void each_join_is_stored_once() {
        join(acme, 3);
        join(other, 1);
        counter.flush();
        counter.flush();
        join(acme, 2);
        counter.flush();

        assertThat(store.joins(acme)).isEqualTo(5);
        assertThat(store.joins(other)).isEqualTo(1);
    }

    @Test
    void joins_wait_for_a_database_that_is_away() {
        join(acme, 3);
        store.away(true);
        assertThatThrownBy(counter::flush).isInstanceOf(IllegalStateException.class);
        join(acme, 1);
        store.away(false);
        counter.flush();

        assertThat(store.joins(acme)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Commit.class,
            names = {"DONE_BUT_NOT_TOLD", "UNDONE_BUT_NOT_TOLD"})
    void joins_are_stored_once_although_the_answer_to_a_commit_is_lost(Commit commit) {
        join(acme, 3);
        store.next(commit);
        assertThatThrownBy(counter::flush).isInstanceOf(IllegalStateException.class);
        join(acme, 1);

        store.settled(false);
        assertThatThrownBy(counter::flush).isInstanceOf(IllegalStateException.class);
        store.away(true);
        store.settled(true);
        assertThatThrownBy(counter::flush).isInstanceOf(IllegalStateException.class);
        store.away(false);
        counter.flush();
        counter.flush();

        assertThat(store.joins(acme)).isEqualTo(4);
    }

    @Test
    void no_join_is_lost_while_others_are_stored() {
        List<CompletableFuture<Void>> crowd = IntStream.range(0, 4)
                .mapToObj(door -> CompletableFuture.runAsync(() -> join(acme, 10_000)))
                .toList();
        while (!crowd.stream().allMatch(CompletableFuture::isDone)) {
            counter.flush();
        }
        counter.flush();

        assertThat(store.joins(acme)).isEqualTo(40_000);
    }
}
