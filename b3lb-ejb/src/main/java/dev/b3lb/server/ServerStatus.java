package dev.b3lb.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether this server has started and is not stopping. */
@ApplicationScoped
public class ServerStatus {

    private volatile boolean running;

    /** Whether the schema is migrated, the memory loaded, and the server not stopping. */
    public boolean running() {
        return running;
    }

    /** The version of b3lb, as the build wrote it into the archive. */
    public String version() {
        return Optional.ofNullable(ServerStatus.class.getPackage().getImplementationVersion())
                .orElse("unknown");
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
