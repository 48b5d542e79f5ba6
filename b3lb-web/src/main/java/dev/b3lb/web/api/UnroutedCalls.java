package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Answers in BBB's XML what came to the API's paths but to no resource: other methods, odd headers. */
@Provider
public class UnroutedCalls implements ExceptionMapper<WebApplicationException> {

    private static final Pattern API = Pattern.compile("/(bigbluebutton|b3lb/t/[^/]*/bbb)(/.*)?");

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException problem) {
        return API.matcher(request.getRequestURI()).matches()
                ? BbbApi.failed(BbbError.UNSUPPORTED_REQUEST)
                : problem.getResponse();
    }
}
