package dev.b3lb.fakenode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a request, records it, and lets it be answered or spoiled. */
final class RequestHandler implements HttpHandler {

    private static final Logger LOG = System.getLogger(RequestHandler.class.getName());
    private static final int BODY_LIMIT = 64 << 20;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Router router;
    private final Requests requests;
    private final Faults faults;
    private final NodeThreads threads;
    private final Clock clock;
    private final SeenConnections connections = new SeenConnections();

    RequestHandler(Router router, Requests requests, Faults faults, NodeThreads threads, Clock clock) {
        this.router = router;
        this.requests = requests;
        this.faults = faults;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        sayWhetherTheConnectionEnds(exchange);
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        Route route = router.route(exchange.getRequestURI().getPath());
        ReceivedRequest request = received(exchange, route.call(), new String(body, StandardCharsets.UTF_8));
        requests.add(request);
        int healings = faults.healings();
        PendingRequest pending = new PendingRequest(
                exchange,
                () -> answer(route, request),
                threads,
                () -> faults.healings() == healings,
                connections.isKept(exchange));
        if (body.length > BODY_LIMIT) {
            pending.send(Answer.html(413, "<!DOCTYPE html><title>413</title><h1>Content Too Large</h1>"));
            return;
        }
        Optional<Fault> fault = faults.take(route.call(), pending::resume);
        if (fault.isPresent()) {
            fault.get().play(pending);
        } else {
            pending.finish();
        }
    }

    /** As the servers in front of BBB do; the JDK's ends the connection and does not say so. */
    private static void sayWhetherTheConnectionEnds(HttpExchange exchange) {
        if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
    }

    private static Answer answer(Route route, ReceivedRequest request) {
        if (!route.methods().contains(request.method())) {
            return Answer.notFound();
        }
        try {
            return route.handler().answer(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The fake node failed at " + request.call(), e);
            return Answer.serverError();
        }
    }

    private ReceivedRequest received(HttpExchange exchange, String call, String body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        boolean isForm = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .map(ReceivedRequest::withoutParameters)
                .filter(FORM::equals)
                .isPresent();
        Parameters parameters = isForm ? Parameters.parse(query, body) : Parameters.parse(query);
        return new ReceivedRequest(
                clock.instant(),
                call,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                parameters,
                headers,
                body);
    }
}
