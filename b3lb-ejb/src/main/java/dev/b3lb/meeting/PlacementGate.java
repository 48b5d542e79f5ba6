package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few creates of this server into the database at once. They take turns at the clusters' locks there anyway, and
 * without a gate a burst would hold every connection just to wait.
 */
@ApplicationScoped
public class PlacementGate {

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Does something when it is its turn.
     *
     * @throws RejectedExecutionException when its turn does not come within five seconds
     */
    <T> T pass(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RejectedExecutionException("too many meetings are being placed at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", stopping);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
