package dev.b3lb.bbb;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One HTTP exchange with a node: bounded in time and size as a whole, read on the executor. */
final class NodeHttp {

    private static final int OK = 200;
    private static final String REQUEST_ID = "X-Request-ID";

    private final NodeConnections connections;
    private final Executor executor;
    private final CallObserver observer;
    private final Cause cause;

    NodeHttp(HttpClient http, Executor executor, CallObserver observer, Cause cause) {
        this(new NodeConnections(http), executor, observer, cause);
    }

    private NodeHttp(NodeConnections connections, Executor executor, CallObserver observer, Cause cause) {
        this.connections = connections;
        this.executor = executor;
        this.observer = observer;
        this.cause = cause;
    }

    /** The same, reading answers on another executor. */
    NodeHttp on(Executor other) {
        return new NodeHttp(connections, other, observer, cause);
    }

    /** How the bytes of an answer become a reply. */
    interface Reading<R> {
        R read(InputStream bytes) throws UnreadableAnswer;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param call what the observer is told; says whether the request may be repeated
     * @param limit for everything from now to the answer's last byte; then the exchange is given up
     * @param maxBytes a larger answer is given up while it comes in
     * @param memory that the answer takes its bytes from until it is read
     * @param reading runs on the executor
     * @param failed makes a reply of a failure, on the executor
     */
    <R> CompletableFuture<R> exchange(
            String call,
            HttpRequest.Builder request,
            Duration limit,
            int maxBytes,
            AnswerMemory memory,
            Reading<R> reading,
            Function<NodeFailure, R> failed) {
        long start = System.nanoTime();
        cause.requestId().ifPresent(id -> request.setHeader(REQUEST_ID, id));
        AnswerMemory.Share share = memory.open();
        Attempts<HttpResponse<BoundedBody.Content>> attempts = new Attempts<>();
        CompletableFuture<HttpResponse<BoundedBody.Content>> exchange = connections.send(
                request,
                mayBeRepeated(call),
                answer -> new BoundedBody(answer.statusCode() == OK ? maxBytes : 0, share),
                attempts);
        CompletableFuture<Void> clock = giveUpAfter(limit, exchange, attempts);
        return exchange.handleAsync(
                        (answer, failure) -> {
                            Outcome<R> outcome = failure == null
                                    ? outcome(answer, reading)
                                    : Outcome.failed(failure(failure, clock.isCompletedExceptionally()));
                            observer.called(
                                    call,
                                    outcome.failure().map(NodeFailure::kind),
                                    Duration.ofNanos(System.nanoTime() - start));
                            return outcome.reply()
                                    .orElseGet(
                                            () -> failed.apply(outcome.failure().orElseThrow()));
                        },
                        cause.keptOn(executor))
                .whenComplete((reply, failure) -> share.close());
    }

    /** What is asked beside the API's calls changes nothing. */
    private static boolean mayBeRepeated(String call) {
        return ApiCall.ofWireName(call).map(ApiCall::mayBeRepeated).orElse(true);
    }

    /** Gives the exchange up unless it is over in time. */
    private static CompletableFuture<Void> giveUpAfter(
            Duration limit, CompletableFuture<?> exchange, Attempts<?> attempts) {
        CompletableFuture<Void> clock =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        clock.whenComplete((nothing, expired) -> {
            if (expired != null) {
                attempts.giveUp();
            }
        });
        exchange.whenComplete((answer, failure) -> clock.complete(null));
        return clock;
    }

    private static NodeFailure failure(Throwable thrown, boolean expired) {
        return expired ? NodeFailure.of(NodeFailure.Kind.TIMEOUT) : TransportFailure.of(thrown);
    }

    private static <R> Outcome<R> outcome(HttpResponse<BoundedBody.Content> answer, Reading<R> reading) {
        if (answer.statusCode() != OK) {
            return Outcome.failed(NodeFailure.status(answer.statusCode()));
        }
        if (!answer.body().complete()) {
            return Outcome.failed(NodeFailure.of(NodeFailure.Kind.TOO_LARGE));
        }
        try {
            return new Outcome<>(Optional.of(reading.read(answer.body().bytes())), Optional.empty());
        } catch (UnreadableAnswer e) {
            return Outcome.failed(e.failure());
        }
    }

    /** What was read, or why there is nothing. */
    private record Outcome<R>(Optional<R> reply, Optional<NodeFailure> failure) {

        static <R> Outcome<R> failed(NodeFailure failure) {
            return new Outcome<>(Optional.empty(), Optional.of(failure));
        }
    }
}
