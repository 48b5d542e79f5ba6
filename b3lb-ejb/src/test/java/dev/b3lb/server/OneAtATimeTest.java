package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Executor later = queue::add;
    private final AtomicInteger runs = new AtomicInteger();
    private final OneAtATime work = new OneAtATime("Work");

    @Test
    void does_nothing_while_the_last_run_is_under_way() {
        work.run(later, runs::incrementAndGet);
        work.run(later, runs::incrementAndGet);
        assertThat(queue).hasSize(1);
        queue.remove().run();
        assertThat(runs).hasValue(1);
    }

    @Test
    void runs_again_after_the_last_run() {
        work.run(Runnable::run, runs::incrementAndGet);
        work.run(Runnable::run, runs::incrementAndGet);
        assertThat(runs).hasValue(2);
    }

    @Test
    void runs_again_after_work_that_failed() {
        work.run(Runnable::run, () -> {
            throw new IllegalStateException("broken");
        });
        work.run(Runnable::run, runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }

    @Test
    void runs_again_after_an_executor_that_was_full() {
        work.run(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                runs::incrementAndGet);
        work.run(Runnable::run, runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }
}
