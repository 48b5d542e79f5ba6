package dev.b3lb.server;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this server has started and is not stopping. */
@ApplicationScoped
public class ServerStatus {

    private volatile boolean running;

    /** Whether the schema is migrated, the memory loaded, and the server not stopping. */
    public boolean running() {
        return running;
    }

    /** The start is over. */
    public void started() {
        running = true;
    }

    /** Nothing new is to be begun. */
    public void stopping() {
        running = false;
    }
}
