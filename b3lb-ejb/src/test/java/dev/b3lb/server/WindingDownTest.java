package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WindingDownTest {

    private static final Executor FULL = work -> {
        throw new RejectedExecutionException("full");
    };

    private final Queue<Runnable> usual = new ArrayDeque<>();
    private final Queue<Runnable> spare = new ArrayDeque<>();
    private final Runnable work = () -> {};

    @Test
    void the_usual_executor_does_what_it_takes_also_at_the_end() {
        new WindingDown(usual::add, spare::add, () -> false).execute(work);
        new WindingDown(usual::add, spare::add, () -> true).execute(work);
        assertThat(usual).containsExactly(work, work);
        assertThat(spare).isEmpty();
    }

    @Test
    void what_it_refuses_at_the_end_is_done_all_the_same() {
        new WindingDown(FULL, spare::add, () -> true).execute(work);
        assertThat(spare).containsExactly(work);
    }

    @Test
    void a_server_that_has_too_much_to_do_does_not_stop_and_says_so() {
        WindingDown executor = new WindingDown(FULL, spare::add, () -> false);
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> executor.execute(work))
                .withMessage("full");
        assertThat(spare).isEmpty();
    }
}
