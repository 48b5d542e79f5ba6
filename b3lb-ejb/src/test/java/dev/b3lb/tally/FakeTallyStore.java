package dev.b3lb.tally;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps joins in memory, can be away, and can lose the answer to a commit. */
public final class FakeTallyStore extends TallyStore {

    private final Map<UUID, Long> joins = new ConcurrentHashMap<>();
    private boolean away;
    private Commit next = Commit.TOLD;
    private boolean lastCommitted;
    private boolean settled = true;

    /** What happens to a commit. */
    enum Commit {
        TOLD,
        DONE_BUT_NOT_TOLD,
        UNDONE_BUT_NOT_TOLD
    }

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

    /** How the next commit ends. */
    void next(Commit commit) {
        next = commit;
    }

    /** Whether it can be told how the last commit ended. */
    void settled(boolean now) {
        settled = now;
    }

    @Override
    public void add(Map<UUID, Long> more, int most, Consumer<String> written) {
        if (away) {
            throw new IllegalStateException("away");
        }
        written.accept("17");
        Commit commit = next;
        next = Commit.TOLD;
        lastCommitted = commit != Commit.UNDONE_BUT_NOT_TOLD;
        if (lastCommitted) {
            more.forEach((secret, number) -> joins.merge(secret, number, Long::sum));
        }
        if (commit != Commit.TOLD) {
            throw new IllegalStateException("the connection broke");
        }
    }

    @Override
    public boolean committed(String transaction) {
        if (away || !settled) {
            throw new IllegalStateException("cannot be told");
        }
        return lastCommitted;
    }
}
