package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.b3lb.trace.RequestScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final Lane lane = new Lane(threads::add, 2);

    private void put(int number) {
        lane.execute(() -> done.add(number));
    }

    @Test
    void no_more_threads_are_used_than_wanted_and_work_keeps_its_order() {
        for (int i = 1; i <= 5; i++) {
            put(i);
        }
        assertThat(threads).hasSize(2);
        assertThat(lane.backlog()).isEqualTo(5);

        threads.remove().run();

        assertThat(done).containsExactly(1, 2, 3, 4, 5);
        assertThat(lane.backlog()).isZero();
        threads.remove().run();
        put(6);
        threads.remove().run();
        assertThat(done).endsWith(6);
    }

    @Test
    void work_is_done_for_its_own_request_whoevers_thread_it_gets() {
        List<Optional<String>> ids = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            try (RequestScope scope = RequestScope.open(id)) {
                assertThat(scope).isNotNull();
                lane.execute(() -> ids.add(RequestScope.current()));
            }
        }
        lane.execute(() -> ids.add(RequestScope.current()));
        threads.remove().run();

        assertThat(ids).containsExactly(Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.empty());
    }

    @Test
    void work_that_fails_does_not_keep_the_next_from_being_done() {
        lane.execute(() -> {
            throw new IllegalStateException("broken");
        });
        put(2);
        threads.remove().run();
        assertThat(done).containsExactly(2);
    }

    @Test
    void no_thread_is_lost_by_work_that_the_platform_gives_up() {
        for (int i = 0; i < 2; i++) {
            lane.execute(() -> {
                throw new StackOverflowError("too deep");
            });
            threads.remove().run();
        }
        put(3);
        threads.remove().run();
        assertThat(done).containsExactly(3);
    }

    @Test
    void who_puts_work_is_told_when_nobody_will_do_it() {
        Lane shut = new Lane(
                work -> {
                    throw new RejectedExecutionException();
                },
                2);
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> shut.execute(() -> done.add(1)));
        assertThat(shut.backlog()).isZero();
    }

    @Test
    void work_is_left_to_the_threads_that_there_are_when_there_are_no_more() {
        Lane full = new Lane(
                work -> {
                    if (!threads.isEmpty()) {
                        throw new RejectedExecutionException();
                    }
                    threads.add(work);
                },
                2);
        full.execute(() -> done.add(1));
        full.execute(() -> done.add(2));
        threads.remove().run();
        assertThat(done).containsExactly(1, 2);
    }
}
