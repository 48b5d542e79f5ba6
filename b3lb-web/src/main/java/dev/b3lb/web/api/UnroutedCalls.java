package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Answers what came to no resource, or failed before one could answer: in BBB's XML on the API's paths, as a problem on
 * those of administrators' programs, elsewhere in plain text.
 */
@Provider
public class UnroutedCalls implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(UnroutedCalls.class);

    private static final Pattern ADMIN_API = Pattern.compile("/+admin/+api([/;].*)?");

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception problem) {
        if (ADMIN_API.matcher(request.getRequestURI()).matches()) {
            return asProblem(problem);
        }
        boolean api = ApiPaths.matches(request);
        if (problem instanceof WebApplicationException known) {
            return api ? ApiResponses.failed(BbbError.UNSUPPORTED_REQUEST) : plain(known.getResponse());
        }
        LOG.errorf(problem, "A request failed before it was understood");
        return api
                ? ApiResponses.failed(BbbError.internalError("The request could not be carried out. Try again later."))
                : Response.serverError().build();
    }

    private static Response asProblem(Exception problem) {
        if (problem instanceof WebApplicationException known
                && known.getResponse().getStatus() >= 400) {
            Response response = known.getResponse();
            Response.StatusType status = response.getStatusInfo();
            Response.ResponseBuilder told =
                    Problem.of(status, known.getMessage()).response();
            response.getHeaders()
                    .getOrDefault(HttpHeaders.ALLOW, List.of())
                    .forEach(verbs -> told.header(HttpHeaders.ALLOW, verbs));
            return told.build();
        }
        if (problem instanceof WebApplicationException known) {
            return known.getResponse();
        }
        LOG.errorf(problem, "A request of an administrator failed");
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "This failed inside; the server's log says why.")
                .response()
                .build();
    }

    /** The server would make a page of an error that says nothing. */
    private static Response plain(Response response) {
        boolean silent = response.getStatus() >= 400 && !response.hasEntity();
        return silent
                ? Response.fromResponse(response)
                        .type(MediaType.TEXT_PLAIN)
                        .header("X-Content-Type-Options", "nosniff")
                        .entity(response.getStatusInfo().getReasonPhrase() + "\n")
                        .build()
                : response;
    }
}
