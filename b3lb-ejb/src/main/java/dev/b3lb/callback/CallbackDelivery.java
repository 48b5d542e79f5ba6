package dev.b3lb.callback;

import dev.b3lb.server.OneAtATime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Makes the calls that are due. No transaction is open meanwhile, and no call waits for another. */
@ApplicationScoped
public class CallbackDelivery {

    /** So many calls of one server are under way at a time. */
    public static final int MOST_AT_ONCE = 20;

    private static final Logger LOG = Logger.getLogger(CallbackDelivery.class);

    private final CallbackClaims claims;
    private final CallbackSender sender;
    private final Executor executor;
    private final OneAtATime rounds = new OneAtATime("Calling tenants back");
    private final CallbackMeter meter;
    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    CallbackDelivery(CallbackClaims claims, CallbackSender sender, Executor executor, CallbackMeter meter) {
        this.claims = claims;
        this.sender = sender;
        this.executor = executor;
        this.meter = meter;
    }

    /** How many calls of this server are under way. */
    public int underWay() {
        return underWay.get();
    }

    /** Starts what is due and what no other server has claimed, in the background. */
    public void start() {
        rounds.run(executor, this::deliverDue);
    }

    private void deliverDue() {
        int free = MOST_AT_ONCE - underWay.get();
        if (free <= 0) {
            return;
        }
        List<ClaimedCallback> claimed = claims.claimDue(free);
        underWay.addAndGet(claimed.size());
        CompletableFuture<?>[] calls = claimed.stream()
                .map(callback -> deliver(callback).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        if (calls.length > 0) {
            CompletableFuture.allOf(calls).thenRun(this::start); // there may be more than fitted into this portion
        }
    }

    private CompletionStage<Void> deliver(ClaimedCallback callback) {
        return sender.send(callback.url(), callback.form())
                .thenAcceptAsync(outcome -> note(callback, outcome), executor)
                .whenComplete((noted, problem) -> underWay.decrementAndGet())
                .exceptionally(problem -> {
                    LOG.warnf(
                            "Calling tenant %s back at %s is not noted and is done again: %s",
                            callback.tenant(), callback.host(), problem.getMessage());
                    return null;
                });
    }

    private void note(ClaimedCallback callback, CallbackOutcome outcome) {
        if (outcome instanceof CallbackOutcome.Failed failed) {
            failed(callback, failed.words());
        } else {
            claims.done(callback);
            meter.done();
        }
    }

    private void failed(ClaimedCallback callback, String words) {
        boolean givenUp = claims.failed(callback, words)
                .filter(CallbackState.GIVEN_UP::equals)
                .isPresent();
        meter.failed(givenUp);
        if (givenUp) {
            LOG.warnf(
                    "Calling tenant %s back at %s is given up after %d attempts (%s, meeting %s): %s",
                    callback.tenant(),
                    callback.host(),
                    callback.attempts(),
                    callback.purpose(),
                    callback.meetingId(),
                    words);
        }
    }
}
