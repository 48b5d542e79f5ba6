package dev.b3lb.web.metrics;

import dev.b3lb.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.Collections;
import java.util.function.Supplier;

/**
 * Makes answers of figures, compressed if the client takes that, with the headers that all of them have. Answers about
 * everything are large and take turns.
 */
@ApplicationScoped
public class Answers {

    private static final int MOST_LARGE = 8;
    private static final int SECONDS_TO_WAIT = 1;

    /** Sends the head at once: the server would otherwise announce a body of no bytes. */
    private static final StreamingOutput NO_BODY = OutputStream::flush;

    private final AnswerTurns turns = new AnswerTurns(MOST_LARGE);

    /**
     * An answer about everything: 503 when there is no turn for it now.
     *
     * @param figures collects what is to be written
     */
    Response large(HttpServletRequest request, String contentType, Supplier<StreamingOutput> figures) {
        if (isHead(request)) {
            return answer(request, contentType, NO_BODY);
        }
        return turns.take(() -> body(request, figures.get()))
                .map(body -> answer(request, contentType, body))
                .orElseGet(() -> Problem.of(
                                Response.Status.SERVICE_UNAVAILABLE, "Too many ask for figures now. Try again later.")
                        .response()
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build());
    }

    /**
     * An answer that fits into a connection's buffer, as one about a tenant does.
     *
     * @param figures collects what is to be written
     */
    public Response small(HttpServletRequest request, String contentType, Supplier<StreamingOutput> figures) {
        return answer(request, contentType, isHead(request) ? NO_BODY : body(request, figures.get()));
    }

    private static StreamingOutput body(HttpServletRequest request, StreamingOutput figures) {
        return isCompressed(request) ? Compression.of(figures) : figures;
    }

    private static Response answer(HttpServletRequest request, String contentType, StreamingOutput body) {
        Response.ResponseBuilder response = Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff");
        return (isCompressed(request) ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response).build();
    }

    private static boolean isCompressed(HttpServletRequest request) {
        return Compression.isWanted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
    }

    private static boolean isHead(HttpServletRequest request) {
        return HttpMethod.HEAD.equals(request.getMethod());
    }
}
