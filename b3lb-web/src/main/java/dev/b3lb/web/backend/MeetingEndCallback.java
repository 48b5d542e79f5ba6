package dev.b3lb.web.backend;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.meeting.MeetingEnds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * {@code /b3lb/b/meeting/end}: nodes tell that a meeting ended. BBB tries again for some minutes unless the answer has a
 * status of 2xx.
 */
@Path("b3lb/b/meeting/end")
@ApplicationScoped
public class MeetingEndCallback {

    private static final Logger LOG = Logger.getLogger(MeetingEndCallback.class);

    @Inject
    private MeetingEnds ends;

    /** 200 when all that follows is noted, 404 when the nonce is none of ours, 503 while the database is away. */
    @GET
    public CompletionStage<Response> ended(@Context HttpServletRequest request) {
        // No node sends so many that they are not read
        QueryParameters parameters =
                QueryParameters.read(request.getQueryString()).orElse(QueryParameters.none());
        String nonce = parameters.first("nonce").orElse("");
        boolean recordingMarks = parameters
                .first("recordingmarks")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return CompletableFuture.completedStage(nonce)
                .thenCompose(given -> ends.told(given, recordingMarks)) // so that every failure ends below
                .handle((known, problem) -> problem == null ? answer(known) : later(problem));
    }

    /** To look is not to tell. */
    @HEAD
    public Response notByHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .header(HttpHeaders.ALLOW, "GET")
                .build();
    }

    private static Response answer(boolean known) {
        if (!known) {
            LOG.debug("A call tells the end of a meeting that is unknown");
        }
        return known ? text(Response.Status.OK, "OK") : text(Response.Status.NOT_FOUND, "No such meeting");
    }

    private static Response later(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        LOG.warnf("The end of a meeting cannot be noted now: %s", cause.getMessage());
        return text(Response.Status.SERVICE_UNAVAILABLE, "Later");
    }

    private static Response text(Response.Status status, String words) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(words)
                .build();
    }
}
