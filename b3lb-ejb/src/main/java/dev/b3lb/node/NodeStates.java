package dev.b3lb.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The last known state of every node in memory, read again when it has changed. */
@ApplicationScoped
public class NodeStates {

    private final Map<UUID, NodeState> states = new ConcurrentHashMap<>();
    private volatile Optional<Instant> frozenSince = Optional.empty();

    /** What is known of a node, if it was ever read. */
    public Optional<NodeState> of(UUID nodeId) {
        return Optional.ofNullable(states.get(nodeId));
    }

    /** What is known of all nodes. */
    Collection<NodeState> all() {
        return states.values();
    }

    /** Takes in newer states. */
    public void put(Collection<NodeState> changed) {
        changed.forEach(state -> states.put(state.nodeId(), state));
    }

    /** Since when states are frozen because most nodes turned bad at once, if they are; for display only. */
    public Optional<Instant> frozenSince() {
        return frozenSince;
    }

    /** States are frozen since a moment, or they are not. */
    public void frozenSince(Optional<Instant> since) {
        frozenSince = since;
    }

    /** A node that was well is in doubt from now on, until its next state is read. */
    void suspect(UUID nodeId) {
        states.computeIfPresent(nodeId, (id, state) -> state.suspected(System.nanoTime()));
    }

    /** Forgets nodes that are not in the configuration any more. */
    public void retain(Collection<UUID> nodes) {
        states.keySet().retainAll(nodes);
    }
}
