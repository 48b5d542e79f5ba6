package dev.b3lb.meeting;

import dev.b3lb.server.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Lets few creates of this server into the database at once; they take turns at the clusters' locks there anyway. */
@ApplicationScoped
public class PlacementGate {

    private static final int AT_ONCE = 4;

    private final Gate gate;

    @Inject
    PlacementGate(Executor executor) {
        this.gate = new Gate(executor, System::nanoTime, AT_ONCE, "too many meetings are being placed at once");
    }

    /**
     * Does something on the executor when it is its turn.
     *
     * @return what the work gives or throws; a {@link RejectedExecutionException} when too many wait already, or when
     *     its turn does not come within five seconds
     */
    <T> CompletionStage<T> pass(Supplier<T> work) {
        return gate.pass(work);
    }
}
