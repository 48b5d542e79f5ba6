package dev.b3lb.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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
     * @throws RuntimeException when the database is away; what was counted is kept
     */
    public synchronized void flush() {
        Map<UUID, Long> taken = new HashMap<>();
        joins.keySet().forEach(secret -> taken.put(secret, joins.remove(secret))); // nobody else removes any
        boolean stored = false;
        try {
            store.add(taken, MOST_ENTRIES);
            stored = true;
        } finally {
            if (!stored) {
                taken.forEach((secret, number) -> joins.merge(secret, number, Long::sum));
            }
        }
    }
}
