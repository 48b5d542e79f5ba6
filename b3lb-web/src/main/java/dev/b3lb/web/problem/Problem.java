package dev.b3lb.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/**
 * What went wrong, in the form of RFC 9457.
 *
 * @param status the HTTP status code
 * @param title what the status means, in words that are always the same
 * @param detail a sentence that says what is wrong and what to do, without secrets
 */
public record Problem(int status, String title, String detail) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem whose status says all that a program can do about it. */
    private static final String TYPE = "about:blank";

    /** A problem with the usual words for its status. */
    public static Problem of(Response.StatusType status, String detail) {
        return new Problem(status.getStatusCode(), status.getReasonPhrase(), detail);
    }

    /** Its members type, title, status and detail. */
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("type", TYPE)
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build();
    }

    /** An answer that says it, to which headers can be added. */
    public Response.ResponseBuilder response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .entity(json().toString());
    }
}
