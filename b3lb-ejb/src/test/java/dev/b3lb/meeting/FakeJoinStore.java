package dev.b3lb.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Rows of meetings as numbers in memory, some of which somebody else may be writing. */
final class FakeJoinStore extends JoinStore {

    private final Map<UUID, Integer> coming = new HashMap<>();
    private final List<Set<UUID>> writes = new ArrayList<>();
    private final Set<UUID> busy = new HashSet<>();
    private boolean away;

    FakeJoinStore() {
        super(null);
    }

    /** How many are on the way to a meeting. */
    int coming(PlacedMeeting meeting) {
        return coming.getOrDefault(meeting.id(), 0);
    }

    /** Which meetings were written together. */
    List<Set<UUID>> writes() {
        return writes;
    }

    /** Somebody else is writing a meeting, or has stopped. */
    void busy(PlacedMeeting meeting, boolean on) {
        if (on) {
            busy.add(meeting.id());
        } else {
            busy.remove(meeting.id());
        }
    }

    /** The database goes or comes back. */
    void away(boolean gone) {
        away = gone;
    }

    @Override
    public Set<UUID> add(Map<UUID, Integer> joins) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        writes.add(Set.copyOf(joins.keySet()));
        Set<UUID> again = new HashSet<>(joins.keySet());
        again.retainAll(busy);
        joins.forEach((meeting, number) -> {
            if (!again.contains(meeting)) {
                coming.merge(meeting, number, Integer::sum);
            }
        });
        return again;
    }
}
