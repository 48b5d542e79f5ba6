package dev.b3lb.operations;

import dev.b3lb.node.NodeState;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.NodeView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator is told about a node.
 *
 * @param view how it stands
 */
record NodeReport(NodeView view) {

    private PoolNode node() {
        return view.node();
    }

    private Optional<NodeState> state() {
        return view.state();
    }

    /** What its CPU was last known to do, however long ago; 0 if it never told. */
    int cpu() {
        return state().flatMap(NodeState::cpu).orElse(0);
    }

    /** To two digits. */
    private double ramp() {
        return Math.round(view.ramp() * 100) / 100.0;
    }

    private long expected() {
        return Math.round(state().map(NodeState::expected).orElse(0.0));
    }

    private String maintenanceState() {
        return node().maintenance() ? "maintenance" : "enabled";
    }

    private int largestMeeting() {
        return state().map(NodeState::largestMeeting).orElse(0);
    }

    private int videos() {
        return state().map(NodeState::videos).orElse(0);
    }

    /** Everything, for {@code servers}. */
    JsonObject full() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("slug", node().slug())
                .add("id", node().id().toString())
                .add("url", node().endpoint().api().toString())
                .add("cluster", node().cluster().name())
                .add("state", maintenanceState())
                .add("health", view.health().name())
                .add("last-error", state().flatMap(NodeState::lastError).orElse(""))
                .add("since", text(state().flatMap(NodeState::errorSince)))
                .add("unreadable-meetings", state().map(NodeState::unreadable).orElse(""))
                .add("online", view.online())
                .add("load", view.load())
                .add("load-multiplier", node().loadMultiplier())
                .add("capacity", node().capacity().orElse(0))
                .add("strength", view.serves())
                .add("ramp", ramp())
                .add("tag", node().tag());
        return json.add("meetings", view.meetings())
                .add("users", view.attendees())
                .add("expected-users", expected())
                .add("largest-meeting", largestMeeting())
                .add("videos", videos())
                .add("cpu", cpu())
                .add("last-poll", text(state().flatMap(NodeState::lastPollAt)))
                .add("last-good-poll", text(state().flatMap(NodeState::lastGoodAt)))
                .add("bbb-version", state().flatMap(NodeState::bbbVersion).orElse(""))
                .build();
    }

    /** The columns that operators of Scalelite know, for {@code status}. */
    JsonObject compact() {
        return Json.createObjectBuilder()
                .add("hostname", node().host())
                .add("state", maintenanceState())
                .add("status", view.online() ? "online" : "offline")
                .add("meetings", view.meetings())
                .add("users", view.attendees())
                .add("largest-meeting", largestMeeting())
                .add("videos", videos())
                .build();
    }

    /** A moment as operators read it; empty for none. */
    static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
