package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Answers in BBB's XML what came to the API's paths but to no resource, or failed before one could answer. */
@Provider
public class UnroutedCalls implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(UnroutedCalls.class);

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception problem) {
        boolean api = ApiPaths.matches(request);
        if (problem instanceof WebApplicationException known) {
            return api ? ApiResponses.failed(BbbError.UNSUPPORTED_REQUEST) : known.getResponse();
        }
        LOG.errorf(problem, "A request failed before it was understood");
        return api
                ? ApiResponses.failed(BbbError.internalError("The request could not be carried out. Try again later."))
                : Response.serverError().build();
    }
}
