package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordTurnsTest {

    private final PasswordTurns turns = new PasswordTurns(1, 1);

    @Test
    void work_is_done_and_its_result_given() {
        assertThat(turns.take(() -> "done")).contains("done");
        assertThat(turns.take(() -> "again")).contains("again");
    }

    @Test
    void who_finds_too_many_before_it_is_sent_away_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<?> first = CompletableFuture.runAsync(() -> turns.take(() -> {
            begun.countDown();
            return await(end);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(turns.take(() -> "second")).isEmpty();

        end.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(turns.take(() -> "third")).contains("third");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
