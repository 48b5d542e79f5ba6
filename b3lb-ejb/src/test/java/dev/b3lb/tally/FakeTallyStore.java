package dev.b3lb.tally;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps joins in memory, and can be away. */
public final class FakeTallyStore extends TallyStore {

    private final Map<UUID, Long> joins = new ConcurrentHashMap<>();
    private boolean away;

    /** Nothing was counted yet. */
    public FakeTallyStore() {
        super(null);
    }

    /** A counter that adds to this. */
    public JoinCounter counter() {
        return new JoinCounter(this);
    }

    /** What was stored for a secret. */
    public long joins(UUID secretId) {
        return joins.getOrDefault(secretId, 0L);
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public void add(Map<UUID, Long> more, int most) {
        if (away) {
            throw new IllegalStateException("away");
        }
        more.forEach((secret, number) -> joins.merge(secret, number, Long::sum));
    }
}
