package dev.b3lb.bbb;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The attempts at one exchange, one after the other, which are given up together. */
final class Attempts<T> {

    private Optional<CompletableFuture<T>> underWay = Optional.empty();
    private boolean givenUp;

    /** Begins an attempt; after the exchange was given up it is cancelled at once. */
    synchronized CompletableFuture<T> begin(Supplier<CompletableFuture<T>> attempt) {
        CompletableFuture<T> begun = attempt.get();
        underWay = Optional.of(begun);
        if (givenUp) {
            begun.cancel(true);
        }
        return begun;
    }

    /** Cancels what is under way, which closes its connection. */
    synchronized void giveUp() {
        givenUp = true;
        underWay.ifPresent(attempt -> attempt.cancel(true));
    }
}
