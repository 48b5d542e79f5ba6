package dev.b3lb.meeting;

import dev.b3lb.placement.Arrivals;
import dev.b3lb.tally.JoinCounter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Counts who was sent to which meeting, so that a node counts as fuller before its next poll. A join costs a number in
 * memory; each second the numbers are added to the meetings' rows. While the database is away they wait for it, but no
 * longer than anybody is on the way.
 */
@ApplicationScoped
public class Joins {

    /** More meetings than this do not get joins between two writes. */
    static final int MOST_MEETINGS = 50_000;

    private final Map<UUID, Uncounted> uncounted = new ConcurrentHashMap<>();
    private final JoinStore store;
    private final JoinCounter counter;
    private final LongSupplier nanoTime;

    @Inject
    Joins(JoinStore store, JoinCounter counter) {
        this(store, counter, System::nanoTime);
    }

    Joins(JoinStore store, JoinCounter counter, LongSupplier nanoTime) {
        this.store = store;
        this.counter = counter;
        this.nanoTime = nanoTime;
    }

    /** Joins of one meeting that are in no row yet, and when the first of them came. */
    private record Uncounted(int number, long since) {

        Uncounted and(Uncounted more) {
            long first = more.since - since < 0 ? more.since : since;
            return new Uncounted(Math.min(Arrivals.MOST, number + more.number), first);
        }
    }

    /** Somebody is on the way to a meeting. Never waits and never fails. */
    public void count(PlacedMeeting meeting) {
        add(meeting.id(), new Uncounted(1, nanoTime.getAsLong()));
        counter.joined(meeting.secretId());
    }

    /**
     * Somebody is on the way to a room inside a meeting, whose people the node counts in the meeting if they came from
     * there. So nobody more is expected in it.
     */
    public void countInRoom(PlacedMeeting meeting) {
        counter.joined(meeting.secretId());
    }

    private void add(UUID meeting, Uncounted joins) {
        if (uncounted.size() < MOST_MEETINGS || uncounted.containsKey(meeting)) {
            uncounted.merge(meeting, joins, Uncounted::and);
        }
    }

    /**
     * Adds what was counted to the meetings' rows, in one statement, or none if nobody joined.
     *
     * @throws RuntimeException when the database is away; what was counted is kept for a minute
     */
    public void write() {
        Map<UUID, Uncounted> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        Set<UUID> again = taken.keySet();
        try {
            again = store.add(
                    taken.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                            .number())));
        } finally {
            again.forEach(meeting -> putBack(meeting, taken.get(meeting)));
        }
    }

    private Map<UUID, Uncounted> take() {
        Map<UUID, Uncounted> taken = new HashMap<>();
        for (UUID meeting : uncounted.keySet()) {
            taken.put(meeting, uncounted.remove(meeting)); // nobody else removes any: writes come one at a time
        }
        return taken;
    }

    /** A poll has seen by then who came, and the others do not come any more. */
    private void putBack(UUID meeting, Uncounted joins) {
        if (nanoTime.getAsLong() - joins.since() < Arrivals.GONE.toNanos()) {
            add(meeting, joins);
        }
    }
}
