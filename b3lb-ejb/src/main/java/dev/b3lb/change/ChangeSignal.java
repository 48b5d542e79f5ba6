package dev.b3lb.change;

import dev.b3lb.meeting.MeetingsChanged;
import dev.b3lb.server.Breaker;
import dev.b3lb.server.LastSuccess;
import dev.b3lb.server.OneAtATime;
import dev.b3lb.settings.RedisAddress;
import dev.b3lb.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.redisson.Redisson;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/**
 * Tells the other servers that something changed, so that they look at once instead of within a second. Whoever has
 * changed something never waits for Redis; while Redis is away it is left alone for five seconds after each failure.
 */
@ApplicationScoped
public class ChangeSignal {

    private static final Logger LOG = Logger.getLogger(ChangeSignal.class);
    private static final String TOPIC = "b3lb:changed";
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int TIMEOUT_MILLIS = 1000;
    private static final int ROUND_TRIP_MILLIS = 3000;

    private final ChangeFeed feed;
    private final Optional<RedissonClient> redis;
    private final String self = UUID.randomUUID().toString();
    private final Breaker breaker = new Breaker(LEFT_ALONE, System::nanoTime);
    private final LastSuccess answers = new LastSuccess(System::nanoTime);
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final Executor executor;
    private final OneAtATime publishing = new OneAtATime("Telling of changes");
    private final AtomicBoolean untold = new AtomicBoolean();

    @Inject
    ChangeSignal(ChangeFeed feed, Executor executor, Settings settings) {
        this.feed = feed;
        this.executor = executor;
        this.redis = settings.get(Settings.CACHE_URL).map(ChangeSignal::client);
    }

    private static RedissonClient client(RedisAddress address) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.useSingleServer()
                .setAddress(address.server().toString())
                .setDatabase(address.database())
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setTimeout(TIMEOUT_MILLIS)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(4)
                .setSubscriptionConnectionPoolSize(2);
        return Redisson.create(config);
    }

    /** How Redis was the last time that it was asked something, which is seconds ago at the most. */
    public RedisState state() {
        if (redis.isEmpty()) {
            return RedisState.NOT_SET;
        }
        return breaker.failing() || !subscribed.get() ? RedisState.AWAY : RedisState.UP;
    }

    /** How long ago Redis answered last; empty if it never did. */
    public Optional<Duration> sinceAnswer() {
        return answers.age();
    }

    /**
     * Asks Redis something trivial and waits for the answer, for some seconds at the most.
     *
     * @return how long that took; empty when it does not answer, or when none is set
     */
    public Optional<Duration> roundTrip() {
        return redis.flatMap(client -> {
            long start = System.nanoTime();
            try {
                client.getBucket(TOPIC, StringCodec.INSTANCE)
                        .isExistsAsync()
                        .toCompletableFuture()
                        .get(ROUND_TRIP_MILLIS, TimeUnit.MILLISECONDS);
                reached();
                return Optional.of(Duration.ofNanos(System.nanoTime() - start));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException | TimeoutException | RuntimeException away) {
                missed(away);
                return Optional.empty();
            }
        });
    }

    /** Says that something changed. Returns at once; several changes in a moment are told as one. */
    public void changed() {
        redis.ifPresent(client -> {
            untold.set(true);
            publishing.run(executor, () -> publish(client));
        });
    }

    /** The client's asynchronous calls wait for a connection when there is none, for seconds if Redis is away. */
    private void publish(RedissonClient client) {
        while (untold.getAndSet(false)) {
            attempt(() -> topic(client).publishAsync(self));
        }
    }

    void meetingsChanged(@Observes MeetingsChanged event) {
        changed();
    }

    /**
     * Begins to listen to the others unless that has worked already, and asks Redis whether it is still there when it
     * has not answered for a while. To be called again and again. May wait for a connection or an answer.
     */
    void attend() {
        subscribe();
        if (redis.isPresent() && !answers.within(SILENCE) && breaker.mayTry()) {
            roundTrip();
        }
    }

    private void subscribe() {
        redis.filter(client -> !subscribed.get())
                .ifPresent(client -> attempt(() -> {
                    CompletionStage<?> subscription =
                            topic(client).addListenerAsync(String.class, (channel, sender) -> heard(sender));
                    subscribed.set(true); // only now: if there is no subscription, it is tried again
                    return subscription.whenComplete((id, problem) -> subscribed.set(problem == null));
                }));
    }

    private void heard(String sender) {
        if (!sender.equals(self)) {
            feed.refreshSoon();
        }
    }

    private static RTopic topic(RedissonClient client) {
        return client.getTopic(TOPIC, StringCodec.INSTANCE);
    }

    private void attempt(Supplier<CompletionStage<?>> call) {
        if (!breaker.mayTry()) {
            return;
        }
        try {
            call.get().whenComplete((result, problem) -> {
                if (problem == null) {
                    reached();
                } else {
                    missed(problem);
                }
            });
        } catch (RuntimeException problem) {
            missed(problem);
        }
    }

    private void reached() {
        answers.happened();
        if (breaker.succeeded()) {
            LOG.info("Redis is back");
        }
    }

    private void missed(Throwable problem) {
        if (breaker.failed()) {
            LOG.warnf("Redis is away, servers learn of changes each second: %s", problem.getMessage());
        }
    }

    /** Lets go of Redis when the application ends. */
    @PreDestroy
    void close() {
        redis.ifPresent(client -> client.shutdown(0, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
    }
}
