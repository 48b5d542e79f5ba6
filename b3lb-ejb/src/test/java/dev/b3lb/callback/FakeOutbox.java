package dev.b3lb.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An outbox in memory that keeps the first entry of each event. */
public final class FakeOutbox extends Outbox {

    private final List<NewCallback> entries = new ArrayList<>();
    private boolean away;

    /** Nothing is to be told yet. */
    public FakeOutbox() {
        super(null, null);
    }

    /** From now on the database cannot be reached, or it can again. */
    public void away(boolean isAway) {
        this.away = isAway;
    }

    /** What was put, in order. */
    public List<NewCallback> entries() {
        return entries;
    }

    @Override
    public void put(NewCallback callback) {
        if (away) {
            throw new IllegalStateException("The database is away.");
        }
        Predicate<NewCallback> same = entry -> entry.once().equals(callback.once());
        if (entries.stream().noneMatch(same)) {
            entries.add(callback);
        }
    }
}
