package dev.b3lb.web.gate;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Waits for a small body, or for the first part of a larger one, without a thread of the application. All of it has to
 * come within one time limit, however steadily it drips.
 */
final class SmallBodies implements HttpHandler {

    /** Of 16 KiB each. */
    private static final int BUFFERS = 2;

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final AttachmentKey<XnioExecutor.Key> CLOCK = AttachmentKey.create(XnioExecutor.Key.class);

    private final HttpHandler buffering;

    SmallBodies(HttpHandler next) {
        this.buffering = new RequestBufferingHandler(
                exchange -> {
                    exchange.getAttachment(CLOCK).remove();
                    next.handleRequest(exchange);
                },
                BUFFERS);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        XnioExecutor.Key clock = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        exchange.putAttachment(CLOCK, clock);
        exchange.addExchangeCompleteListener((over, rest) -> {
            clock.remove();
            rest.proceed();
        });
        buffering.handleRequest(exchange);
    }
}
