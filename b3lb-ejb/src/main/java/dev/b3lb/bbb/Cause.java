package dev.b3lb.bbb;

import java.util.Optional;
import java.util.concurrent.Executor;

/** On whose behalf nodes are called: what they are told of that, and how it is kept over the time of a call. */
public interface Cause {

    /** Calls that nobody in particular has caused. */
    Cause NONE = new Cause() {
        @Override
        public Optional<String> requestId() {
            return Optional.empty();
        }

        @Override
        public Executor keptOn(Executor executor) {
            return executor;
        }
    };

    /** The id of the request that this thread works for, which nodes get as {@code X-Request-ID}. */
    Optional<String> requestId();

    /** The executor, for all that goes on for whom this thread works for now. */
    Executor keptOn(Executor executor);
}
