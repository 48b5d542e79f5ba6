package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Gives each call to its handler and catches what none of them expected. */
@ApplicationScoped
public class CallHandlers {

    private static final Logger LOG = Logger.getLogger(CallHandlers.class);

    /** No connection or answer, a transaction that was given up meanwhile, no room for more work. */
    private static final List<Class<? extends Exception>> OUTAGES =
            List.of(SQLException.class, RollbackException.class, RejectedExecutionException.class);

    private final Map<ApiCall, CallHandler> handlers = new EnumMap<>(ApiCall.class);

    @Inject
    CallHandlers(Instance<CallHandler> all) {
        all.forEach(handler -> handler.calls().forEach(call -> handlers.put(call, handler)));
    }

    /** Answers a call; never completes exceptionally. */
    CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return CompletableFuture.completedStage(request)
                .thenCompose(this::answer)
                .exceptionally(problem -> unexpected(request, problem));
    }

    private CompletionStage<ApiAnswer> answer(ApiRequest request) {
        CallHandler handler = handlers.get(request.call());
        return handler == null
                ? ApiAnswer.now(new ApiAnswer.Failed(BbbError.UNSUPPORTED_REQUEST))
                : handler.handle(request);
    }

    private static ApiAnswer unexpected(ApiRequest request, Throwable problem) {
        String call = request.call().wireName();
        outage(problem)
                .ifPresentOrElse(
                        away -> LOG.errorf("%s of %s failed: %s", call, request.account(), away.getMessage()),
                        () -> LOG.errorf(problem, "%s of %s failed", call, request.account()));
        return ApiAnswer.failed(
                request.call(), BbbError.internalError("The request could not be carried out. Try again later."));
    }

    /** A database that is away, or more work than there is room for. Every call meets it, so a line for each must do. */
    private static Optional<Throwable> outage(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .filter(cause -> OUTAGES.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst();
    }
}
