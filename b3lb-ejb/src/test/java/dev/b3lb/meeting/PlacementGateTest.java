package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacementGateTest {

    private static final int AT_ONCE = 4;

    private final PlacementGate gate = new PlacementGate();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        open.countDown();
        threads.shutdownNow();
    }

    @Test
    void gives_back_what_the_work_gives() {
        assertThat(gate.<String>pass(() -> "done")).isEqualTo("done");
    }

    @Test
    void few_are_inside_at_once_and_all_get_their_turn() throws Exception {
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(() -> gate.pass(this::hold)));
        }
        Awaitility.await().until(() -> inside.get() == AT_ONCE);
        open.countDown();
        for (Future<Boolean> one : all) {
            assertThat(one.get()).isTrue();
        }
        assertThat(most).hasValue(AT_ONCE);
    }

    @Test
    void work_that_fails_gives_its_place_back() {
        for (int i = 0; i < 3 * AT_ONCE; i++) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> gate.pass(() -> {
                        throw new ArithmeticException();
                    }));
        }
        assertThat(gate.<Integer>pass(() -> 1)).isEqualTo(1);
    }

    @Test
    void whoever_does_not_get_a_turn_gives_up() {
        fill();
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.pass(() -> 1))
                .withMessage("too many meetings are being placed at once");
    }

    @Test
    void a_thread_that_is_interrupted_gives_up_and_stays_interrupted() throws Exception {
        fill();
        Future<?> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            try {
                gate.pass(() -> 1);
            } finally {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }
        });
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(IllegalStateException.class);
    }

    private void fill() {
        for (int i = 0; i < AT_ONCE; i++) {
            threads.submit(() -> gate.pass(this::hold));
        }
        Awaitility.await().until(() -> inside.get() == AT_ONCE);
    }

    private boolean hold() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            open.await();
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            inside.decrementAndGet();
        }
    }
}
