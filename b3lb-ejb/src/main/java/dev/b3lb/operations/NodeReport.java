package dev.b3lb.operations;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Experience;
import dev.b3lb.placement.LoadFormula;
import dev.b3lb.placement.Strength;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an operator is told about a node.
 *
 * @param node its description
 * @param state what polling knows of it, if it was ever polled
 * @param strength what nodes of its cluster can serve
 * @param oldestCpu age up to which a CPU value counts
 * @param now {@link System#nanoTime()} of the report
 */
record NodeReport(PoolNode node, Optional<NodeState> state, Strength strength, Duration oldestCpu, long now) {

    private static final Set<NodeHealth> ONLINE = Set.of(NodeHealth.ACTIVE, NodeHealth.SUSPECT);

    NodeHealth health() {
        return state.map(NodeState::health).orElse(NodeHealth.NEW);
    }

    /** Whether its meetings can be reached, as far as is known. */
    boolean online() {
        return ONLINE.contains(health());
    }

    int meetings() {
        return state.map(NodeState::meetings).orElse(0);
    }

    int users() {
        return state.map(NodeState::attendees).orElse(0);
    }

    int cpu() {
        return state.flatMap(NodeState::cpu).orElse(0);
    }

    /** The load of the formula; -2 in maintenance, -1 when it is not ACTIVE. */
    double load() {
        if (node.maintenance()) {
            return LoadFormula.MAINTENANCE;
        }
        if (health() != NodeHealth.ACTIVE) {
            return LoadFormula.ERROR;
        }
        OptionalInt youngCpu = state.map(known -> known.cpuAt(now, oldestCpu)).orElseGet(OptionalInt::empty);
        return LoadFormula.load(node.cluster(), node.loadMultiplier(), users(), meetings(), youngCpu);
    }

    /** The share of its strength that counts, to two digits; less than 1 for some minutes after it was DOWN. */
    private double ramp() {
        return Math.round(state.map(known -> known.share(now)).orElse(1.0) * 100) / 100.0;
    }

    /** How many attendees it is taken to be able to serve: its capacity, or what it has shown. */
    private long serves() {
        Experience experience = state.map(known -> new Experience(known.shownAttendees(), known.shownCpu()))
                .orElse(Experience.NONE);
        return Math.round(strength.of(node, experience));
    }

    private long expected() {
        return Math.round(state.map(NodeState::expected).orElse(0.0));
    }

    private String maintenanceState() {
        return node.maintenance() ? "maintenance" : "enabled";
    }

    private int largestMeeting() {
        return state.map(NodeState::largestMeeting).orElse(0);
    }

    private int videos() {
        return state.map(NodeState::videos).orElse(0);
    }

    /** Everything, for {@code servers}. */
    JsonObject full() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("slug", node.slug())
                .add("id", node.id().toString())
                .add("url", node.endpoint().api().toString())
                .add("cluster", node.cluster().name())
                .add("state", maintenanceState())
                .add("health", health().name())
                .add("last-error", state.flatMap(NodeState::lastError).orElse(""))
                .add("since", text(state.flatMap(NodeState::errorSince)))
                .add("online", online())
                .add("load", load())
                .add("load-multiplier", node.loadMultiplier())
                .add("capacity", node.capacity().orElse(0))
                .add("strength", serves())
                .add("ramp", ramp())
                .add("tag", node.tag());
        return json.add("meetings", meetings())
                .add("users", users())
                .add("expected-users", expected())
                .add("largest-meeting", largestMeeting())
                .add("videos", videos())
                .add("cpu", cpu())
                .add("last-poll", text(state.flatMap(NodeState::lastPollAt)))
                .add("last-good-poll", text(state.flatMap(NodeState::lastGoodAt)))
                .add("bbb-version", state.flatMap(NodeState::bbbVersion).orElse(""))
                .build();
    }

    /** The columns that operators of Scalelite know, for {@code status}. */
    JsonObject compact() {
        return Json.createObjectBuilder()
                .add("hostname", node.host())
                .add("state", maintenanceState())
                .add("status", online() ? "online" : "offline")
                .add("meetings", meetings())
                .add("users", users())
                .add("largest-meeting", largestMeeting())
                .add("videos", videos())
                .build();
    }

    /** A moment as operators read it; empty for none. */
    static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
