package dev.b3lb.node;

import dev.b3lb.bbb.CallObserver;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.meter.CallMeter;
import dev.b3lb.meter.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Counts and times calls to nodes, as {@code b3lb_node_request_*}. Not by node: a pool of a thousand would be too much. */
@ApplicationScoped
public class NodeCallMeter implements CallObserver {

    private final CallMeter calls;

    @Inject
    NodeCallMeter(Meters meters) {
        this.calls = meters.calls("b3lb_node_request", "Calls to nodes");
    }

    @Override
    public void called(String call, Optional<NodeFailure.Kind> failure, Duration took) {
        String outcome =
                failure.map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("answered");
        calls.record(call, outcome, took.toNanos());
    }
}
