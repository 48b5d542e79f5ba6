package dev.b3lb.web.answer;

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

    /** Adds what is missing to the headers of an answer, which are about to be sent. */
    static void complete(HeaderMap headers) {
        if (headers.contains(Headers.CONTENT_TYPE)) {
            headers.put(TYPE_OPTIONS, "nosniff");
            if (!headers.contains(POLICY)) {
                headers.put(POLICY, NOTHING_RUNS);
            }
        }
    }
}
