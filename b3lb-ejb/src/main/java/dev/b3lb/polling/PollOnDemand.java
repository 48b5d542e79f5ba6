package dev.b3lb.polling;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Polls nodes because somebody asks for it, and waits for the result. */
@ApplicationScoped
public class PollOnDemand {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Polling polling;
    private final Configurations configurations;
    private final Duration limit;

    @Inject
    PollOnDemand(Polling polling, Configurations configurations, Settings settings) {
        this.polling = polling;
        this.configurations = configurations;
        this.limit = settings.get(Settings.POLL_TIMEOUT).multipliedBy(2);
    }

    /**
     * Polls the nodes. One that is being polled already is polled once more after that; for one that is removed
     * meanwhile nobody waits.
     *
     * @return whether all were polled in time
     */
    public boolean poll(Collection<UUID> nodes) throws InterruptedException {
        Set<UUID> waiting = new HashSet<>(nodes);
        long end = System.nanoTime() + limit.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            List<Polling.Started> started = List.copyOf(polling.pollNow(waiting));
            if (!started.isEmpty() && !finish(started, end - System.nanoTime())) {
                return false;
            }
            started.forEach(poll -> waiting.remove(poll.nodeId()));
            waiting.removeIf(node -> configurations.current().node(node).isEmpty());
            if (!waiting.isEmpty()) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return waiting.isEmpty();
    }

    private static boolean finish(List<Polling.Started> started, long nanos) throws InterruptedException {
        try {
            CompletableFuture.allOf(started.stream()
                            .map(poll -> poll.written().toCompletableFuture())
                            .toArray(CompletableFuture[]::new))
                    .get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notInTime) {
            return false;
        }
    }
}
