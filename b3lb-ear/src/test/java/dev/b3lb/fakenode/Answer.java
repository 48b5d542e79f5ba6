package dev.b3lb.fakenode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What goes back for a request.
 *
 * @param status the HTTP status
 * @param headers the headers, without lengths
 * @param body the body, sent as UTF-8; may be empty
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7e]+");

    Answer {
        headers = Map.copyOf(headers);
    }

    /** BBB's XML has no declaration, this content type, and is never cached. */
    static Answer xml(String xml) {
        return new Answer(200, typed("text/xml;charset=utf-8"), xml);
    }

    static Answer json(String json) {
        return new Answer(200, typed("application/json;charset=utf-8"), json);
    }

    static Answer html(int status, String html) {
        return new Answer(status, typed("text/html;charset=utf-8"), html);
    }

    static Answer text(String text) {
        return new Answer(200, typed("text/plain;charset=utf-8"), text);
    }

    static Answer redirect(int status, String location) {
        return new Answer(status, Map.of("Location", ascii(location), "Cache-Control", "no-cache"), "");
    }

    /** What BBB answers where its code runs into an exception. */
    static Answer serverError() {
        return html(500, "<!DOCTYPE html><title>500</title><h1>Internal Server Error</h1>");
    }

    static Answer notFound() {
        return html(404, "<!DOCTYPE html><title>404</title><h1>Not Found</h1>");
    }

    Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    Answer withBody(String other) {
        return new Answer(status, headers, other);
    }

    private static Map<String, String> typed(String contentType) {
        return Map.of("Content-Type", contentType, "Cache-Control", "no-cache");
    }

    private static String ascii(String url) {
        return NOT_ASCII.matcher(url).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }
}
