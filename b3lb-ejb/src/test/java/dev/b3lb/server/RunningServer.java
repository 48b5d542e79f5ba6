package dev.b3lb.server;

import java.time.Instant;

/** A server that runs and goes on running. */
public final class RunningServer {

    private RunningServer() {}

    /** What it says to those who wait. */
    public static StopSignal stopSignal() {
        ServerStatus status = new ServerStatus();
        status.started(Instant.EPOCH);
        return new StopSignal(status);
    }
}
