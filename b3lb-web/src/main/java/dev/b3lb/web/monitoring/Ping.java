package dev.b3lb.web.monitoring;

import dev.b3lb.schema.DatabaseCheck;
import dev.b3lb.server.ServerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code /b3lb/ping}: whether this server can do all of its work, the database included. */
@Path("b3lb/ping")
@ApplicationScoped
public class Ping {

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_PLAIN_TYPE)
            .build();

    @Inject
    private DatabaseCheck database;

    @Inject
    private ServerStatus status;

    /** 200 and ok, or 503: as JSON for programs, as a word for those who ask for plain text. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response ping(@Context Request request) {
        boolean ok = database.answers();
        Variant wanted = request.selectVariant(FORMS);
        boolean plain = wanted != null && wanted.getMediaType().isCompatible(MediaType.TEXT_PLAIN_TYPE);
        return response(ok)
                .type(plain ? MediaType.TEXT_PLAIN_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .entity(plain ? word(ok) : json(ok))
                .build();
    }

    private static String word(boolean ok) {
        return ok ? "OK!" : "Doh!";
    }

    private String json(boolean ok) {
        return Json.createObjectBuilder()
                .add("status", ok ? "ok" : "error")
                .add("version", status.version())
                .add("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .build()
                .toString();
    }

    private static Response.ResponseBuilder response(boolean ok) {
        return Response.status(ok ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store");
    }
}
