package dev.b3lb.fakenode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached the node.
 *
 * @param at when it was read, by the node's clock
 * @param call the API call, or {@code index}, {@code load}, {@code page} (for people) or {@code unknown}
 * @param method the HTTP method
 * @param path the path of the URL
 * @param rawQuery the query string as received, empty if there was none
 * @param parameters parameters of the query, then those of a form body
 * @param headers all header values by name
 * @param body the body as UTF-8 text, empty if there was none
 */
public record ReceivedRequest(
        Instant at,
        String call,
        String method,
        String path,
        String rawQuery,
        Parameters parameters,
        Map<String, List<String>> headers,
        String body) {

    /**
     * The first value of a header.
     *
     * @param name its name, in any case
     * @return empty when the request has no such header
     */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }

    /**
     * The body's media type in lower case without its parameters.
     *
     * @return empty when none was sent
     */
    public Optional<String> mediaType() {
        return header("Content-Type").map(ReceivedRequest::withoutParameters);
    }

    static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** Shows no parameter values, headers or body, since they hold checksums and passwords. */
    @Override
    public String toString() {
        return at + " " + method + " " + path + " " + parameters + " body of " + body.length();
    }
}
