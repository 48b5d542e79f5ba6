package dev.b3lb.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Which server this is, and whether it has started and is not stopping. */
@ApplicationScoped
public class ServerStatus {

    private volatile boolean running;
    private volatile Optional<Instant> startedAt = Optional.empty();

    /** Whether the schema is migrated, the memory loaded, and the server not stopping. */
    public boolean running() {
        return running;
    }

    /** The version of b3lb, as the build wrote it into the archive. */
    public String version() {
        return Optional.ofNullable(ServerStatus.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }

    /** The name by which operators tell this server from others: WildFly's {@code jboss.node.name}. */
    public String name() {
        return System.getProperty("jboss.node.name", "");
    }

    /** When the start was over, by this server's clock; for display only. */
    public Optional<Instant> startedAt() {
        return startedAt;
    }

    /** The start is over, at this moment by this server's clock. */
    public void started(Instant now) {
        startedAt = Optional.of(now);
        running = true;
    }

    /** Nothing new is to be begun. */
    public void stopping() {
        running = false;
    }
}
