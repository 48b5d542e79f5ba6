package dev.b3lb.web.rest;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Purse;
import dev.b3lb.memory.Use;
import dev.b3lb.web.body.BodyRefused;
import dev.b3lb.web.body.IncomingBodies;
import dev.b3lb.web.body.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Receives the JSON objects that clients send. */
@ApplicationScoped
public class JsonBodies {

    private static final int MOST = 1 << 20;

    /** A file of 32 MiB as base64, and what stands around it. */
    private static final int MOST_WITH_FILE = 48 << 20;

    /** Names, values, and the beginnings and ends of lists and objects. */
    private static final int MOST_EVENTS = 20_000;

    /** What is made of some bytes of JSON has several times their size. */
    private static final int WEIGHT = 8;

    private static final String OWNER = "administrators";

    private static final Pattern JSON =
            Pattern.compile("\\s*application/(merge-patch\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final IncomingBodies bodies;
    private final Purse memory;

    @Inject
    JsonBodies(IncomingBodies bodies, Memory memory) {
        this.bodies = bodies;
        this.memory = memory.of(Use.BODIES);
    }

    /**
     * The object; an empty one when nothing was sent. Fails with
     *
     * <ul>
     *   <li>{@link NotSupportedException} when it is said to be something else than JSON, as forms of web pages are;
     *   <li>{@link OperationRefused} when it is no JSON, no object, too large or of too many values, or does not come; the
     *       sentence repeats nothing of it, since it may hold secrets.
     * </ul>
     *
     * @param operation what it is for: those that take files may have more than 1 MiB
     */
    CompletionStage<JsonObject> receive(Operation operation, HttpServletRequest http) {
        boolean withFile = operation.takesFile();
        boolean isJson = isJson(http.getContentType());
        int most = withFile ? MOST_WITH_FILE : MOST;
        return bodies.receive(http, most, withFile ? 1 : WEIGHT, memory.open(OWNER))
                .handle((body, problem) -> {
                    if (problem != null) {
                        throw new CompletionException(refusal(problem, most));
                    }
                    try (body) {
                        return read(isJson, body);
                    } catch (OperationRefused refused) {
                        throw new CompletionException(refused);
                    }
                });
    }

    private static Throwable refusal(Throwable problem, int most) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof BodyRefused refused) {
            return switch (refused.reason()) {
                case CONTENT -> new OperationRefused("The body has more than " + (most >> 20) + " MiB.");
                case NO_ROOM ->
                    new OperationRefused(Reason.UNAVAILABLE, "Too much is being sent now. Try again later.");
                case TOO_SLOW, BROKEN -> new OperationRefused("The body did not come to its end.");
            };
        }
        return cause;
    }

    private static JsonObject read(boolean isJson, Received body) throws OperationRefused {
        if (body.length() == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!isJson) {
            throw new NotSupportedException("Send JSON, with 'Content-Type: application/json'.");
        }
        try {
            requireFewValues(body);
            return object(body);
        } catch (JsonException | UnsupportedOperationException unreadable) { // the latter for numbers that are too long
            throw new OperationRefused("The body is not JSON.");
        }
    }

    private static boolean isJson(String contentType) {
        return contentType != null && JSON.matcher(contentType).matches();
    }

    /** Counted before anything is built: each value takes many times the memory of the two bytes that it may be. */
    private static void requireFewValues(Received body) throws OperationRefused {
        try (JsonParser parser = Json.createParser(body.open())) {
            for (int events = 0; parser.hasNext(); events++) {
                parser.next();
                if (events > MOST_EVENTS) {
                    throw new OperationRefused("The body has too many values.");
                }
            }
        }
    }

    private static JsonObject object(Received body) throws OperationRefused {
        try (JsonReader reader = Json.createReader(body.open())) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
            throw new OperationRefused("The body must be a JSON object, such as {\"slug\": \"bbb05\"}.");
        }
    }
}
