package dev.b3lb.web.gate;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Keeps browsers from taking an answer for something else than it says, and from running anything in it, unless whoever
 * answers has a policy of its own: texts of nodes and tenants come from the same origin as the pages of administrators.
 */
final class SafeAnswers {

    private static final HttpString TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private SafeAnswers() {}

    /** Adds the headers as soon as the answer's own are known. */
    static void watch(HttpServerExchange exchange) {
        exchange.addResponseCommitListener(SafeAnswers::complete);
    }

    private static void complete(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        if (headers.contains(Headers.CONTENT_TYPE)) {
            headers.put(TYPE_OPTIONS, "nosniff");
            if (!headers.contains(POLICY)) {
                headers.put(POLICY, NOTHING_RUNS);
            }
        }
    }
}
