package dev.b3lb.web.monitoring;

import dev.b3lb.server.ServerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What health depends on. Database and Redis are not part of it: when they are away every server would be taken out at
 * once, although joins go on from memory.
 */
@ApplicationScoped
public class ServerChecks {

    private final ServerStatus status;

    @Inject
    ServerChecks(ServerStatus status) {
        this.status = status;
    }

    /** Answers as long as the process can answer. */
    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("answers");
    }

    /** Schema migrated, memory loaded, not stopping. */
    @Produces
    @Readiness
    HealthCheck ready() {
        return () ->
                HealthCheckResponse.named("running").status(status.running()).build();
    }

    /** Schema migrated, memory loaded. */
    @Produces
    @Startup
    HealthCheck started() {
        return () ->
                HealthCheckResponse.named("started").status(status.running()).build();
    }
}
