package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.meeting.FakeMeetingsOnNodes;
import dev.b3lb.meeting.MeetingsOnNodes.Busy;
import dev.b3lb.server.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainWaitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeMeetingsOnNodes meetings = new FakeMeetingsOnNodes();
    private final DrainWait drain = new DrainWait(meetings, RunningServer.stopSignal());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void who_does_not_wait_is_told_at_once_however_many_wait() {
        waitingEight();

        assertThat(drain.drained(List.of(), Duration.ZERO)).containsExactly(new Busy("bbb01", 1));
    }

    @Test
    void a_ninth_is_not_let_wait_and_may_when_the_others_are_through() throws Exception {
        List<CompletableFuture<List<Busy>>> waiting = waitingEight();
        assertThatThrownBy(() -> drain.drained(List.of(), LONG))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("8 others wait here");

        meetings.end();

        for (CompletableFuture<List<Busy>> one : waiting) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(drain.drained(List.of(), LONG)).isEmpty();
    }

    private List<CompletableFuture<List<Busy>>> waitingEight() {
        List<CompletableFuture<List<Busy>>> waiting = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> drain.drained(List.of(), LONG), threads))
                .toList();
        // A very short wait gets a turn as long as one is free
        Awaitility.await().until(() -> isRefused(Duration.ofMillis(1)));
        return waiting;
    }

    private boolean isRefused(Duration wait) {
        try {
            drain.drained(List.of(), wait);
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }
}
