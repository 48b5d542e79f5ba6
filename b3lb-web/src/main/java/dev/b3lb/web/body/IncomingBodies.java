package dev.b3lb.web.body;

import dev.b3lb.memory.Share;
import dev.b3lb.server.SeldomLines;
import dev.b3lb.trace.RequestScope;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.xnio.IoUtils;

/**
 * Receives bodies of requests into memory. None is read in any other way: here each has a bound, is counted while it
 * comes, costs no thread however slowly its client sends, and comes within a time limit or not at all.
 */
@ApplicationScoped
public class IncomingBodies {

    private static final String RECEIVING = IncomingBodies.class.getName();

    /** As long as 32 MiB take over a slow line. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** How long a client that is refused may go on sending before it loses its connection. */
    private static final Duration LINGER = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(IncomingBodies.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SeldomLines lines = new SeldomLines(PAUSE, System::nanoTime);
    private final Executor executor;

    @Inject
    public IncomingBodies(Executor executor) {
        this.executor = executor;
    }

    /** Whether anything comes behind the headers. */
    public static boolean isAnnounced(HttpServletRequest http) {
        return http.getContentLengthLong() > 0 || http.getHeader("Transfer-Encoding") != null;
    }

    /** Whether a request's body is being received, or has been. */
    public static boolean isReceiving(HttpServletRequest http) {
        return http.getAttribute(RECEIVING) != null;
    }

    /**
     * Receives the body of the request that this thread works on, once. The request must be one that is answered
     * asynchronously. A body that came together with its headers is there when this returns; any other is handed over by
     * the executor.
     *
     * @param most how many bytes it may have
     * @param weight how many bytes of memory are counted for each of its own, for what is going to be made of it
     * @param share in which it is counted; closed with what is received, or when it is refused
     * @return fails with {@link BodyRefused} only
     */
    public CompletionStage<Received> receive(HttpServletRequest http, int most, int weight, Share share) {
        Received received = new Received(share, weight);
        if (!isAnnounced(http)) {
            return CompletableFuture.completedStage(received);
        }
        if (http.getContentLengthLong() > most) {
            received.close();
            return CompletableFuture.failedStage(BodyRefused.largerThan(most));
        }
        try {
            return receive(http, most, received);
        } catch (IOException broken) {
            received.close();
            return CompletableFuture.failedStage(BodyRefused.broken());
        }
    }

    private CompletionStage<Received> receive(HttpServletRequest http, int most, Received received) throws IOException {
        Runnable hangUp = hangUp();
        BodyReader reader = new BodyReader(http.getInputStream(), most, received, hangUp);
        if (reader.readsAllAtOnce()) {
            return reader.result();
        }
        http.setAttribute(RECEIVING, Boolean.TRUE);
        CompletableFuture<Void> clock = endAfter(LIMIT, hangUp, reader, BodyRefused.tooSlow());
        reader.result().whenComplete((body, refusal) -> clock.complete(null));
        reader.refused().thenAccept(refusal -> linger(hangUp, reader, refusal));
        http.getInputStream().setReadListener(reader);
        return reader.result()
                .handleAsync(IncomingBodies::same, RequestScope.carrying(executor))
                .thenCompose(stage -> stage)
                .whenComplete((body, problem) -> {
                    if (problem != null) { // also when nobody takes the work
                        received.close();
                    }
                });
    }

    private void linger(Runnable hangUp, BodyReader reader, BodyRefused refusal) {
        CompletableFuture<Void> clock = endAfter(LINGER, hangUp, reader, refusal);
        reader.result().whenComplete((body, told) -> clock.complete(null));
        if (refusal.reason() == BodyRefused.Cause.NO_ROOM) {
            lines.next(refusal.reason())
                    .ifPresent(
                            more -> LOG.warnf("There is no memory for the body of a request; it is refused%s", more));
        }
    }

    /** What ends the connection of the request that this thread works on. */
    private static Runnable hangUp() {
        Optional<HttpServerExchange> exchange =
                Optional.ofNullable(ServletRequestContext.current()).map(ServletRequestContext::getExchange);
        return () -> exchange.ifPresent(current -> IoUtils.safeClose(current.getConnection()));
    }

    /** Ends the connection first: the server would wait for the rest of the body, with a thread. */
    private static CompletableFuture<Void> endAfter(
            Duration limit, Runnable hangUp, BodyReader reader, BodyRefused reason) {
        CompletableFuture<Void> clock =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        clock.whenComplete((nothing, late) -> {
            if (late != null) {
                hangUp.run();
                reader.giveUp(reason);
            }
        });
        return clock;
    }

    /** What came of it, on another thread. */
    private static CompletionStage<Received> same(Received body, Throwable refusal) {
        return refusal == null
                ? CompletableFuture.completedStage(body)
                : CompletableFuture.failedStage(refusal.getCause() == null ? refusal : refusal.getCause());
    }
}
