package dev.b3lb.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts joins in memory and adds them to the sums once a second: a join must not cost a statement. What was counted
 * since the last time is lost when the process is killed, and waits while the database is away.
 */
@ApplicationScoped
public class JoinCounter {

    /** So many meetings begin and end within a second at the most; after an outage it takes some seconds. */
    static final int MOST_ENTRIES = 10_000;

    private final TallyStore store;
    private final Map<UUID, Long> joins = new ConcurrentHashMap<>();
    private Unsettled unsettled;

    /** Joins of a flush that failed; without a transaction when it did not come as far as its commit. */
    private record Unsettled(Optional<String> transaction, Map<UUID, Long> joins) {}

    @Inject
    JoinCounter(TallyStore store) {
        this.store = store;
    }

    /** Somebody was let in to a meeting of this secret. Never waits and never fails. */
    public void joined(UUID secretId) {
        joins.merge(secretId, 1L, Long::sum);
    }

    /**
     * Adds what was counted to the sums; one thread at a time.
     *
     * @throws RuntimeException when the database is away, or it cannot be told yet whether it took what it was given
     *     last; what was counted is kept
     */
    public synchronized void flush() {
        settle();
        Map<UUID, Long> taken = new HashMap<>();
        joins.keySet().forEach(secret -> taken.put(secret, joins.remove(secret))); // nobody else removes any
        AtomicReference<String> transaction = new AtomicReference<>();
        boolean stored = false;
        try {
            store.add(taken, MOST_ENTRIES, transaction::set);
            stored = true;
        } finally {
            if (!stored) {
                unsettled = new Unsettled(Optional.ofNullable(transaction.get()), taken);
            }
        }
    }

    /** A commit whose answer was lost may have taken effect, and must then not be repeated. */
    private void settle() {
        if (unsettled == null) {
            return;
        }
        boolean stored = unsettled.transaction().map(store::committed).orElse(false);
        if (!stored) {
            unsettled.joins().forEach((secret, number) -> joins.merge(secret, number, Long::sum));
        }
        unsettled = null;
    }
}
