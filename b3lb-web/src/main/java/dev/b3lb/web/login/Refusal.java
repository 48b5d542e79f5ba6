package dev.b3lb.web.login;

import dev.b3lb.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Why somebody is not let in, and what the answer to the request is. */
public sealed interface Refusal {

    /** The request says nothing about who sends it. */
    Refusal NOTHING_SHOWN = new Unknown("Log in with a token or with name and password.");

    /** There is nothing of the kind on this host. */
    Refusal NOTHING_HERE = new Absent("There is nothing here.");

    /** Where a refusal is kept that travels with a request. */
    String ATTRIBUTE = Refusal.class.getName();

    /** The answer. */
    Response response();

    /** Nothing was shown, or nothing that is valid. */
    record Unknown(String sentence) implements Refusal {

        @Override
        public Response response() {
            return Problem.of(Response.Status.UNAUTHORIZED, sentence)
                    .response()
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"b3lb\"")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"b3lb\", charset=\"UTF-8\"")
                    .build();
        }
    }

    /** Somebody whom we know, but who may not do this. */
    record Forbidden(String sentence) implements Refusal {

        @Override
        public Response response() {
            return Problem.of(Response.Status.FORBIDDEN, sentence).response().build();
        }
    }

    /** What is asked for is not there, for this client at least. */
    record Absent(String sentence) implements Refusal {

        @Override
        public Response response() {
            return Problem.of(Response.Status.NOT_FOUND, sentence).response().build();
        }
    }

    /** Too much has failed. */
    record Paused(Duration pause) implements Refusal {

        @Override
        public Response response() {
            long seconds = pause.plusMillis(999).toSeconds();
            return Problem.of(
                            Response.Status.TOO_MANY_REQUESTS,
                            "Too many log-ins have failed. Try again in " + seconds + " seconds.")
                    .response()
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build();
        }
    }

    /** There is too much to do. */
    record Busy() implements Refusal {

        @Override
        public Response response() {
            return Problem.of(
                            Response.Status.SERVICE_UNAVAILABLE,
                            "Too many passwords are being checked. Try again in a moment, or use a token.")
                    .response()
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
    }

    /** Leaves it with the request, for whoever answers it. */
    default void leaveWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What was left with the request. */
    static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }
}
