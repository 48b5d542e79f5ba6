package dev.b3lb.server;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * An executor that goes on working while the server stops. WildFly then lets requests finish that it has, but its
 * executors take no more work, although a request that waits for a node is not through without some.
 */
public final class WindingDown implements Executor {

    private final Executor usual;
    private final Executor spare;
    private final BooleanSupplier stopping;

    /**
     * @param usual the container's executor
     * @param spare takes what the other refuses while the server stops
     * @param stopping whether it does
     */
    public WindingDown(Executor usual, Executor spare, BooleanSupplier stopping) {
        this.usual = usual;
        this.spare = spare;
        this.stopping = stopping;
    }

    /** @throws RejectedExecutionException if there is no room for more work */
    @Override
    public void execute(Runnable work) {
        try {
            usual.execute(work);
        } catch (RejectedExecutionException refused) {
            if (!stopping.getAsBoolean()) {
                throw refused;
            }
            spare.execute(work);
        }
    }
}
