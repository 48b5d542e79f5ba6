package dev.b3lb.web.rest;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads the JSON object that a client sent. */
final class JsonBody {

    /** A file of 32 MiB as base64, and what stands around it. */
    static final int MOST_WITH_FILE = 48 << 20;

    private static final int MOST = 1 << 20;

    private static final Pattern JSON =
            Pattern.compile("\\s*application/(merge-patch\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private JsonBody() {}

    /**
     * The object; an empty one when nothing was sent.
     *
     * @throws NotSupportedException when it is said to be something else than JSON, as forms of web pages are
     * @throws OperationRefused when it is no JSON, no object, or larger than 1 MiB, for operations that take
     *     files {@link #MOST_WITH_FILE}; the sentence repeats
     *     nothing of it, since it may hold secrets
     * @throws IOException when the client does not send what it announced
     */
    static JsonObject read(Operation operation, HttpServletRequest http) throws OperationRefused, IOException {
        int most = operation.takesFile() ? MOST_WITH_FILE : MOST;
        byte[] bytes = http.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new OperationRefused("The body has more than " + (most >> 20) + " MiB.");
        }
        if (bytes.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!isJson(http.getContentType())) {
            throw new NotSupportedException("Send JSON, with 'Content-Type: application/json'.");
        }
        return object(bytes);
    }

    private static boolean isJson(String contentType) {
        return contentType != null && JSON.matcher(contentType).matches();
    }

    private static JsonObject object(byte[] bytes) throws OperationRefused {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
            throw new OperationRefused("The body must be a JSON object, such as {\"slug\": \"bbb05\"}.");
        } catch (JsonException unreadable) {
            throw new OperationRefused("The body is not JSON.");
        }
    }
}
