package dev.b3lb.framing;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;
import io.undertow.util.StatusCodes;
import java.util.regex.Pattern;

/**
 * Keeps requests from hiding in others. A head that leaves room for two opinions on where its request ends is answered
 * with 400, and its connection ends. So does the connection behind every body in chunks, since Undertow takes sizes of
 * chunks that others would refuse: whatever such a body hides, nobody reads it as a request.
 *
 * <p>Undertow itself refuses line ends that are none, blanks around names, and lengths that contradict each other.
 */
public final class ClearFraming implements HttpHandler {

    /** No number with so many digits overflows. */
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** What somebody could take for the end of a line, or of the text. */
    private static final String ENDS = "\r\n\0";

    private final HttpHandler next;

    /**
     * Made by WildFly's undertow subsystem.
     *
     * @param next gets the requests that are clear
     */
    public ClearFraming(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderValues encodings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
        if (!isClear(exchange, encodings)) {
            refuse(exchange);
            return;
        }
        if (encodings != null) {
            exchange.setPersistent(false);
        }
        next.handleRequest(exchange);
    }

    private static boolean isClear(HttpServerExchange exchange, HeaderValues encodings) {
        HeaderValues lengths = exchange.getRequestHeaders().get(Headers.CONTENT_LENGTH);
        boolean bodyIsClear = encodings == null
                ? isOneLength(lengths)
                : lengths == null && isChunked(encodings) && Protocols.HTTP_1_1.equals(exchange.getProtocol());
        return bodyIsClear && isOneLine(exchange.getRequestURI()) && isOneLine(exchange.getQueryString());
    }

    private static boolean isOneLength(HeaderValues lengths) {
        return lengths == null
                || lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
    }

    private static boolean isChunked(HeaderValues encodings) {
        return encodings.size() == 1 && "chunked".equalsIgnoreCase(encodings.getFirst());
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(character -> ENDS.indexOf(character) >= 0);
    }

    private static void refuse(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        exchange.setStatusCode(StatusCodes.BAD_REQUEST);
        // Nobody knows how much of a body there is, so nobody waits for it
        Connectors.terminateRequest(exchange);
        exchange.endExchange();
    }
}
