package dev.b3lb.fakenode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a node was asked: its newest requests, and counts of all of them. */
public final class Requests {

    /** Characters of bodies that are kept at most, however many requests that is. */
    private static final long BODY_LIMIT = 64L << 20;

    private final int capacity;
    private final Deque<ReceivedRequest> newest = new ArrayDeque<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private long bodySize;

    Requests(int capacity) {
        this.capacity = capacity;
    }

    void add(ReceivedRequest request) {
        counts.computeIfAbsent(request.call(), call -> new LongAdder()).increment();
        synchronized (newest) {
            newest.addLast(request);
            bodySize += request.body().length();
            while (newest.size() > capacity || bodySize > BODY_LIMIT) {
                bodySize -= newest.removeFirst().body().length();
            }
        }
    }

    /**
     * The newest requests.
     *
     * @return oldest first; older ones than the node's limit are gone
     */
    public List<ReceivedRequest> all() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }

    /**
     * The newest requests for one call.
     *
     * @param call name of the call
     * @return oldest first
     */
    public List<ReceivedRequest> of(String call) {
        return all().stream().filter(request -> request.call().equals(call)).toList();
    }

    /**
     * The newest request for one call.
     *
     * @param call name of the call
     * @return empty when there was none, or only long ago
     */
    public Optional<ReceivedRequest> last(String call) {
        return of(call).stream().reduce((older, newer) -> newer);
    }

    /**
     * How often a call was asked since the start or {@link #clear()}, whatever was answered.
     *
     * @param call name of the call
     * @return number of requests
     */
    public long count(String call) {
        LongAdder count = counts.get(call);
        return count == null ? 0 : count.sum();
    }

    /**
     * How many requests of any kind came since the start or {@link #clear()}.
     *
     * @return number of requests
     */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Forgets requests and counts. */
    public void clear() {
        counts.clear();
        synchronized (newest) {
            newest.clear();
            bodySize = 0;
        }
    }
}
