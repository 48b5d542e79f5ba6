package dev.b3lb.web.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** {@code /health/*} in MicroProfile Health's JSON, on the port of the API, where balancers can reach it. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class Health {

    @Inject
    @Liveness
    private Instance<HealthCheck> live;

    @Inject
    @Readiness
    private Instance<HealthCheck> ready;

    @Inject
    @Startup
    private Instance<HealthCheck> started;

    /** All of the following. */
    @GET
    public Response all() {
        return report(Stream.of(live, ready, started).flatMap(Instance::stream));
    }

    /** Whether the process works; if not, it is to be started anew. */
    @GET
    @Path("live")
    public Response live() {
        return report(live);
    }

    /** Whether requests may be sent here. */
    @GET
    @Path("ready")
    public Response ready() {
        return report(ready);
    }

    /** Whether the start is over. */
    @GET
    @Path("started")
    public Response started() {
        return report(started);
    }

    private static Response report(Instance<HealthCheck> checks) {
        return report(checks.stream());
    }

    private static Response report(Stream<HealthCheck> checks) {
        List<HealthCheckResponse> results = checks.map(HealthCheck::call).toList();
        boolean up = results.stream().allMatch(result -> result.getStatus() == HealthCheckResponse.Status.UP);
        JsonArrayBuilder details = Json.createArrayBuilder();
        results.forEach(result -> details.add(json(result)));
        return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.createObjectBuilder()
                        .add("status", up ? "UP" : "DOWN")
                        .add("checks", details)
                        .build()
                        .toString())
                .build();
    }

    private static JsonObjectBuilder json(HealthCheckResponse result) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", result.getName())
                .add("status", result.getStatus().name());
        result.getData().ifPresent(data -> json.add("data", Json.createObjectBuilder(data)));
        return json;
    }
}
