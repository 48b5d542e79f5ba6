package dev.b3lb.web.rest;

import dev.b3lb.management.OperationRefused;
import dev.b3lb.web.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where refusals of operations become answers of HTTP. */
@Provider
public class RefusedOperations implements ExceptionMapper<OperationRefused> {

    private static final int RETRY_SECONDS = 5;

    @Override
    public Response toResponse(OperationRefused refused) {
        Status status = status(refused.reason());
        Response.ResponseBuilder response =
                Problem.of(status, refused.getMessage()).response();
        return status == Status.SERVICE_UNAVAILABLE
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : response.build();
    }

    private static Status status(OperationRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> Status.BAD_REQUEST;
            case FORBIDDEN -> Status.FORBIDDEN;
            case ABSENT -> Status.NOT_FOUND;
            case CONFLICT -> Status.CONFLICT;
            case STALE -> Status.PRECONDITION_FAILED;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }
}
