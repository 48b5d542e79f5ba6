package dev.b3lb.meeting;

import dev.b3lb.trace.RequestScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets few creates of this server into the database at once, in the order in which they came. They take turns at the
 * clusters' locks there anyway; without a gate a burst would hold every connection, and every thread that joins need,
 * just to wait.
 */
@ApplicationScoped
public class PlacementGate {

    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TOO_MANY = "too many meetings are being placed at once";

    private final Executor executor;
    private final LongSupplier nanoTime;
    private final Deque<Turn<?>> waiting = new ArrayDeque<>();
    private int inside;

    @Inject
    PlacementGate(Executor executor) {
        this(executor, System::nanoTime);
    }

    PlacementGate(Executor executor, LongSupplier nanoTime) {
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /** Whoever lets a turn in works for somebody else, so each has an executor that knows for whom it is. */
    private record Turn<T>(Supplier<T> work, CompletableFuture<T> result, long asked, Executor executor) {

        /** Does the work, but tells nobody yet: first the place has to be free for the next one. */
        Runnable done() {
            try {
                T value = work.get();
                return () -> result.complete(value);
            } catch (RuntimeException failure) {
                return () -> result.completeExceptionally(failure);
            }
        }

        void refuse() {
            result.completeExceptionally(new RejectedExecutionException(TOO_MANY));
        }
    }

    /**
     * Does something on the executor when it is its turn.
     *
     * @return what the work gives or throws; a {@link RejectedExecutionException} when 2,000 wait already, or when its
     *     turn does not come within five seconds
     */
    <T> CompletionStage<T> pass(Supplier<T> work) {
        Executor own = RequestScope.carrying(executor);
        Turn<T> turn = new Turn<>(work, new CompletableFuture<>(), nanoTime.getAsLong(), own);
        if (enqueue(turn)) {
            letIn();
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, own)
                    .execute(() -> giveUp(turn));
        } else {
            turn.refuse();
        }
        return turn.result();
    }

    private synchronized boolean enqueue(Turn<?> turn) {
        return waiting.size() < MOST_WAITING && waiting.offer(turn);
    }

    /** Whoever is inside may wait for a database that hangs, and nobody else's turn comes meanwhile. */
    private void giveUp(Turn<?> turn) {
        if (withdraw(turn)) {
            turn.refuse();
        }
    }

    private synchronized boolean withdraw(Turn<?> turn) {
        return waiting.remove(turn);
    }

    private void letIn() {
        for (Optional<Turn<?>> turn = next(); turn.isPresent(); turn = next()) {
            begin(turn.get());
        }
    }

    private synchronized Optional<Turn<?>> next() {
        if (inside == AT_ONCE || waiting.isEmpty()) {
            return Optional.empty();
        }
        inside++;
        return Optional.of(waiting.poll());
    }

    private synchronized void leave() {
        inside--;
    }

    private void begin(Turn<?> turn) {
        try {
            turn.executor().execute(() -> run(turn));
        } catch (RejectedExecutionException tooBusy) {
            leave();
            turn.refuse();
        }
    }

    private void run(Turn<?> turn) {
        boolean tooLate = nanoTime.getAsLong() - turn.asked() > PATIENCE.toNanos();
        Runnable tell = tooLate ? turn::refuse : turn.done();
        leave();
        letIn();
        tell.run();
    }
}
