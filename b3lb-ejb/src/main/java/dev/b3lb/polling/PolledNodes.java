package dev.b3lb.polling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which nodes this server has polled a moment ago. */
@ApplicationScoped
public class PolledNodes {

    private final Map<UUID, Long> begun = new ConcurrentHashMap<>();

    /** A poll of the node begins here. */
    void add(UUID node) {
        begun.put(node, System.nanoTime());
    }

    /** Of how many nodes a poll began here within that time. Forgets the others. */
    public int within(Duration time) {
        long now = System.nanoTime();
        begun.values().removeIf(at -> now - at > time.toNanos());
        return begun.size();
    }
}
