package dev.b3lb.web.monitoring;

import dev.b3lb.schema.DatabaseCheck;
import dev.b3lb.server.ServerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** {@code /b3lb/ping}: whether this server can do all of its work, the database included. */
@Path("b3lb/ping")
@ApplicationScoped
public class Ping {

    @Inject
    private DatabaseCheck database;

    @Inject
    private ServerStatus status;

    /** For programs: 200 with status ok, or 503 with status error. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response json() {
        boolean ok = database.answers();
        return response(ok)
                .entity(Json.createObjectBuilder()
                        .add("status", ok ? "ok" : "error")
                        .add("version", status.version())
                        .add(
                                "timestamp",
                                Clock.systemUTC()
                                        .instant()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                        .build()
                        .toString())
                .build();
    }

    /** For those who ask for plain text. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response text() {
        boolean ok = database.answers();
        return response(ok).entity(ok ? "OK!" : "Doh!").build();
    }

    private static Response.ResponseBuilder response(boolean ok) {
        return Response.status(ok ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store");
    }
}
