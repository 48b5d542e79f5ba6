package dev.b3lb.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.LongSupplier;

/**
 * How old the oldest last poll of all nodes is, as far as this server knows: from memory, so it also grows while the
 * database is away.
 */
@ApplicationScoped
public class PollAge {

    private final NodeStates states;
    private final LongSupplier nanoTime;

    @Inject
    PollAge(NodeStates states) {
        this(states, System::nanoTime);
    }

    PollAge(NodeStates states, LongSupplier nanoTime) {
        this.states = states;
        this.nanoTime = nanoTime;
    }

    /** Since the last poll of the node whose last poll is the oldest; zero without nodes. */
    public Duration oldest() {
        long now = nanoTime.getAsLong();
        return states.all().stream()
                .map(state -> state.pollAgeAt(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
