package dev.b3lb.placement;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.PoolNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a node stands, for those who look at the pool.
 *
 * @param node its description
 * @param state what polling knows of it, if it was ever polled
 * @param strength what nodes of its cluster can serve
 * @param oldestCpu age up to which a CPU value counts
 * @param now {@link System#nanoTime()} of the look
 */
public record NodeView(PoolNode node, Optional<NodeState> state, Strength strength, Duration oldestCpu, long now) {

    private static final Set<NodeHealth> ONLINE = Set.of(NodeHealth.ACTIVE, NodeHealth.SUSPECT);

    /** What polling has made of it; NEW if nothing. */
    public NodeHealth health() {
        return state.map(NodeState::health).orElse(NodeHealth.NEW);
    }

    /** Whether its meetings can be reached, as far as is known. */
    public boolean online() {
        return ONLINE.contains(health());
    }

    /** Its meetings at the last good poll. */
    public int meetings() {
        return state.map(NodeState::meetings).orElse(0);
    }

    /** Attendees in its meetings at the last good poll. */
    public int attendees() {
        return state.map(NodeState::attendees).orElse(0);
    }

    /** The load of the formula; -2 in maintenance, -1 when it is not ACTIVE. */
    public double load() {
        if (node.maintenance()) {
            return LoadFormula.MAINTENANCE;
        }
        if (health() != NodeHealth.ACTIVE) {
            return LoadFormula.ERROR;
        }
        OptionalInt youngCpu = state.map(known -> known.cpuAt(now, oldestCpu)).orElseGet(OptionalInt::empty);
        return LoadFormula.load(node.cluster(), node.loadMultiplier(), attendees(), meetings(), youngCpu);
    }

    /** The share of its strength that counts: less than 1 for some minutes after it was DOWN. */
    public double ramp() {
        return state.map(known -> known.share(now)).orElse(1.0);
    }

    /** How many attendees it is taken to be able to serve: its capacity, or what it has shown. */
    public long serves() {
        Experience experience = state.map(known -> new Experience(known.shownAttendees(), known.shownCpu()))
                .orElse(Experience.NONE);
        return Math.round(strength.of(node, experience));
    }
}
