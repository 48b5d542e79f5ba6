package dev.b3lb.web.gate;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a request is refused before anybody tries to understand it. */
enum Objection {
    /** It asks for a proxy, or about the server as a whole: nothing here. */
    NO_PATH,

    /** Its path holds escapes that are none, or that are no UTF-8. */
    UNREADABLE_PATH,

    /** It has cookies that the server could not read, and would answer with a failure of its own. */
    UNREADABLE_COOKIES;

    private static final Pattern API =
            Pattern.compile("/+(bigbluebutton|b3lb/+t/+[^/]*/+(bbb|bigbluebutton))([/;].*)?");
    private static final HttpString NOSNIFF = new HttpString("X-Content-Type-Options");

    /** What there is to be said against a request. */
    static Optional<Objection> to(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        if (Methods.CONNECT.equals(exchange.getRequestMethod()) || !path.startsWith("/")) {
            return Optional.of(NO_PATH);
        }
        if (!PathEscapes.areReadable(path)) {
            return Optional.of(UNREADABLE_PATH);
        }
        return hasReadableCookies(exchange) ? Optional.empty() : Optional.of(UNREADABLE_COOKIES);
    }

    private static boolean hasReadableCookies(HttpServerExchange exchange) {
        if (!exchange.getRequestHeaders().contains(Headers.COOKIE)) {
            return true;
        }
        try {
            exchange.requestCookies();
            return true;
        } catch (RuntimeException unreadable) { // of many kinds
            return false;
        }
    }

    /** Refuses it, on the API's paths as the API does. What is left of the request is not read. */
    void answer(HttpServerExchange exchange) {
        boolean api =
                this == UNREADABLE_PATH && API.matcher(exchange.getRequestURI()).matches();
        exchange.setPersistent(false);
        exchange.setStatusCode(api ? StatusCodes.OK : StatusCodes.BAD_REQUEST);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, (api ? "text/xml" : "text/plain") + ";charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(NOSNIFF, "nosniff");
        exchange.getResponseSender()
                .send(api ? BbbXml.failed(BbbError.UNSUPPORTED_REQUEST) : "Bad Request\n", StandardCharsets.UTF_8);
    }
}
