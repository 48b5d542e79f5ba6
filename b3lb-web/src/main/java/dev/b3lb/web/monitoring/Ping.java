package dev.b3lb.web.monitoring;

import dev.b3lb.schema.DatabaseCheck;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.web.negotiation.MediaPreference;
import dev.b3lb.web.negotiation.ReadableHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code /b3lb/ping}: whether this server can do all of its work, the database included. */
@Path("b3lb/ping")
@ApplicationScoped
public class Ping {

    @Inject
    private DatabaseCheck database;

    @Inject
    private ServerStatus status;

    /** 200 and ok, or 503: as JSON for programs, as a word for those who would rather have plain text. */
    @GET
    public Response ping(@Context HttpServletRequest request) {
        boolean ok = database.answers();
        boolean plain = wantsPlain(request);
        return response(ok)
                .type(plain ? MediaType.TEXT_PLAIN_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .entity(plain ? word(ok) : json(ok))
                .build();
    }

    /** Whoever asks for what there is not gets JSON: a watcher must not take a server for dead because of a header. */
    private static boolean wantsPlain(HttpServletRequest request) {
        MediaPreference accepted = MediaPreference.of(ReadableHeaders.sent(request, HttpHeaders.ACCEPT));
        return accepted.quality(MediaType.TEXT_PLAIN) > accepted.quality(MediaType.APPLICATION_JSON);
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
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff");
    }
}
