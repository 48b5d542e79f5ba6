package dev.b3lb.user;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few passwords be checked at a time. Each check keeps a processor busy, and whoever sends many wrong ones must
 * not take threads and processors from meetings.
 */
final class PasswordTurns {

    private final Semaphore waiting;
    private final Semaphore working;

    /**
     * @param atOnce how many checks run at a time
     * @param atMost how many there are with those that wait
     */
    PasswordTurns(int atOnce, int atMost) {
        this.working = new Semaphore(atOnce, true);
        this.waiting = new Semaphore(atMost);
    }

    /** Does the work when it is its turn; does nothing and answers empty when too many wait already. */
    <T> Optional<T> take(Supplier<T> work) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            working.acquireUninterruptibly();
            try {
                return Optional.of(work.get());
            } finally {
                working.release();
            }
        } finally {
            waiting.release();
        }
    }
}
