package dev.b3lb.web.metrics.server;

import org.eclipse.microprofile.metrics.Counter;

/** A counter of MicroProfile Metrics, which can only be added to, that shows what somebody else counts. For one thread. */
final class FollowedCounter {

    private final Counter counter;
    private long seen;

    FollowedCounter(Counter counter) {
        this.counter = counter;
    }

    /** Adds what the other has counted since the last time. If that is less than before, it has begun anew. */
    void follow(long count) {
        counter.inc(count >= seen ? count - seen : count);
        seen = count;
    }
}
