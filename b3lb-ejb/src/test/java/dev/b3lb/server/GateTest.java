package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.b3lb.trace.RequestScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 2_000;

    /** Work that was given to the executor and has not begun. */
    private final Deque<Runnable> begun = new ArrayDeque<>();

    private final AtomicLong now = new AtomicLong();
    private final Gate gate = new Gate(begun::add, now::get, AT_ONCE, "too many");

    @Test
    void gives_back_what_the_work_gives() {
        CompletableFuture<String> passed = pass(() -> "done");
        begun.poll().run();
        assertThat(passed).isCompletedWithValue("done");
    }

    @Test
    void few_are_inside_at_once_and_all_get_their_turn_in_order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            pass(() -> order.add(number));
        }
        assertThat(begun).hasSize(AT_ONCE);
        while (!begun.isEmpty()) {
            begun.poll().run();
            assertThat(begun).hasSizeLessThanOrEqualTo(AT_ONCE);
        }
        assertThat(order).hasSize(20).isSorted();
    }

    @Test
    void each_turn_is_for_its_own_request_whoever_lets_it_in() {
        List<Optional<String>> ids = new ArrayList<>();
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            try (RequestScope scope = RequestScope.open("id-" + i)) {
                assertThat(scope).isNotNull();
                gate.pass(RequestScope::current).thenAccept(id -> {
                    ids.add(id);
                    ids.add(RequestScope.current());
                });
            }
        }
        while (!begun.isEmpty()) {
            begun.poll().run();
        }
        assertThat(ids).hasSize(4 * AT_ONCE);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(ids.get(i)).contains("id-" + i / 2);
        }
    }

    @Test
    void work_that_fails_tells_so_and_gives_its_place_back() {
        for (int i = 0; i < 3 * AT_ONCE; i++) {
            CompletableFuture<Integer> failed = pass(() -> Integer.parseInt("none"));
            begun.poll().run();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(failed::join)
                    .withCauseInstanceOf(NumberFormatException.class);
        }
        pass(() -> 1);
        assertThat(begun).hasSize(1);
    }

    @Test
    void whoever_waits_too_long_is_refused_and_its_work_is_not_done() {
        List<String> done = new ArrayList<>();
        CompletableFuture<Boolean> late = pass(() -> done.add("late"));
        now.addAndGet(Duration.ofSeconds(5).toNanos() + 1);
        begun.poll().run();
        assertRefused(late);
        assertThat(done).isEmpty();
    }

    @Test
    void no_more_wait_than_there_is_room_for() {
        for (int i = 0; i < AT_ONCE + MOST_WAITING; i++) {
            assertThat(pass(() -> 1)).isNotCompleted();
        }
        assertRefused(pass(() -> 1));
    }

    @Test
    void an_executor_that_is_full_refuses_and_keeps_no_place() {
        Executor full = work -> {
            throw new RejectedExecutionException();
        };
        Gate shut = new Gate(full, now::get, AT_ONCE, "too many");
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            assertRefused(shut.pass(() -> 1).toCompletableFuture());
        }
    }

    private <T> CompletableFuture<T> pass(Supplier<T> work) {
        return gate.pass(work).toCompletableFuture();
    }

    private static void assertRefused(CompletableFuture<?> passed) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(passed::join)
                .withCauseInstanceOf(RejectedExecutionException.class)
                .withMessageContaining("too many");
    }
}
