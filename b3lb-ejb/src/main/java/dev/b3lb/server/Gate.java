package dev.b3lb.server;

import dev.b3lb.trace.RequestScope;
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
 * Lets few inside at once, in the order in which they came: work that may have to wait for the database would else hold
 * every connection, and every thread that joins need, just to wait. Whoever waits outside holds no thread, and not for
 * longer than five seconds.
 */
public final class Gate {

    private static final int MOST_WAITING = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Executor executor;
    private final LongSupplier nanoTime;
    private final int width;
    private final String tooMany;
    private final Deque<Turn<?>> waiting = new ArrayDeque<>();
    private int inside;

    /**
     * @param executor does the work
     * @param nanoTime a monotonic clock
     * @param width how many may be inside at once
     * @param tooMany what those are told whose turn does not come
     */
    public Gate(Executor executor, LongSupplier nanoTime, int width, String tooMany) {
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.width = width;
        this.tooMany = tooMany;
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

        void refuse(String why) {
            result.completeExceptionally(new RejectedExecutionException(why));
        }
    }

    /**
     * Does something on the executor when it is its turn.
     *
     * @return what the work gives or throws; a {@link RejectedExecutionException} when 2,000 wait already, or when its
     *     turn does not come within five seconds
     */
    public <T> CompletionStage<T> pass(Supplier<T> work) {
        Executor own = RequestScope.carrying(executor);
        Turn<T> turn = new Turn<>(work, new CompletableFuture<>(), nanoTime.getAsLong(), own);
        if (enqueue(turn)) {
            letIn();
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, own)
                    .execute(() -> giveUp(turn));
        } else {
            turn.refuse(tooMany);
        }
        return turn.result();
    }

    private synchronized boolean enqueue(Turn<?> turn) {
        return waiting.size() < MOST_WAITING && waiting.offer(turn);
    }

    /** Whoever is inside may wait for a database that hangs, and nobody else's turn comes meanwhile. */
    private void giveUp(Turn<?> turn) {
        if (withdraw(turn)) {
            turn.refuse(tooMany);
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
        if (inside == width || waiting.isEmpty()) {
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
            turn.refuse(tooMany);
        }
    }

    private void run(Turn<?> turn) {
        boolean tooLate = nanoTime.getAsLong() - turn.asked() > PATIENCE.toNanos();
        Runnable tell = tooLate ? () -> turn.refuse(tooMany) : turn.done();
        leave();
        letIn();
        tell.run();
    }
}
