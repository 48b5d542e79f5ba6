package dev.b3lb.web.monitoring;

import dev.b3lb.server.ServerStatus;
import dev.b3lb.server.StopSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** What health depends on; {@link Surroundings} are only told. */
@ApplicationScoped
public class ServerChecks {

    private final ServerStatus status;
    private final StopSignal stop;

    @Inject
    ServerChecks(ServerStatus status, StopSignal stop) {
        this.status = status;
        this.stop = stop;
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
        return () -> HealthCheckResponse.named("running").status(!stop.given()).build();
    }

    /** Schema migrated, memory loaded. What was started stays so, also while it stops. */
    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("started")
                .status(status.startedAt().isPresent())
                .build();
    }
}
