package dev.b3lb.web.api;

import dev.b3lb.web.body.IncomingBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request says before its body, for whoever goes on with it on another thread.
 *
 * @param isPost whether it may carry a form
 * @param rawQuery exactly as it came
 * @param contentType the whole header, empty if there is none
 * @param hasBody whether anything comes behind it; odd types are sent with every GET, so only then do they matter
 */
record RequestHead(boolean isPost, String rawQuery, String contentType, boolean hasBody) {

    static RequestHead of(HttpServletRequest http) {
        return new RequestHead(
                http.getMethod().equals("POST"),
                rawQuery(http),
                Optional.ofNullable(http.getContentType()).orElse(""),
                IncomingBodies.isAnnounced(http));
    }

    /** The type alone: what a parameter of it says, such as a boundary, is the client's to choose. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The servlet container gives raw bytes as one character each; what clients send is UTF-8. */
    private static String rawQuery(HttpServletRequest http) {
        String query = Optional.ofNullable(http.getQueryString()).orElse("");
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(query)
                ? new String(query.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : query;
    }

    /** The type only: a query holds a checksum and may hold passwords. */
    @Override
    public String toString() {
        return "RequestHead[" + contentType + "]";
    }
}
