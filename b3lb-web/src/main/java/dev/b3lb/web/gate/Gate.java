package dev.b3lb.web.gate;

import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Purse;
import dev.b3lb.memory.Share;
import dev.b3lb.memory.Use;
import dev.b3lb.trace.RequestIds;
import dev.b3lb.web.answer.Outgoing;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Before all filters, on the connection's own thread. A request that cannot be understood goes no further, a small body
 * is waited for without a thread, and the answer is taken off the hands of whoever writes it.
 */
final class Gate implements HttpHandler {

    private static final HttpString REQUEST_ID = new HttpString(RequestIds.HEADER);

    private final HttpHandler next;
    private final HttpHandler small;
    private final Supplier<GateParts> parts;

    Gate(HttpHandler next, Supplier<GateParts> parts) {
        this.next = next;
        this.small = new SmallBodies(next);
        this.parts = parts;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Optional<Objection> objection = Objection.to(exchange);
        if (objection.isPresent()) {
            exchange.getResponseHeaders().put(REQUEST_ID, requestId(exchange));
            objection.get().answer(exchange);
            return;
        }
        Slashes.join(exchange);
        forgetParameters(exchange);
        Outgoing.watch(exchange, () -> unsent(exchange), System::nanoTime);
        (exchange.isRequestComplete() ? next : small).handleRequest(exchange);
    }

    private String requestId(HttpServerExchange exchange) {
        return parts.get().requests().id(exchange.getRequestHeaders().getFirst(REQUEST_ID), peer(exchange));
    }

    private static String peer(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress().getHostAddress();
    }

    /** The server has taken the query apart, which holds many times its size; only pages of administrators need that. */
    private static void forgetParameters(HttpServerExchange exchange) {
        if (!exchange.getRequestURI().startsWith("/admin")) {
            exchange.getQueryParameters().clear();
        }
    }

    private Share unsent(HttpServerExchange exchange) {
        Memory memory = parts.get().memory();
        Purse purse = memory.of(Use.UNSENT);
        List<String> hops = Optional.<List<String>>ofNullable(
                        exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR))
                .orElse(List.of());
        return parts.get()
                .peers()
                .network(peer(exchange), hops)
                .map(purse::open)
                .orElseGet(purse::open);
    }
}
