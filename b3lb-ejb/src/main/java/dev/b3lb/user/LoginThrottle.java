package dev.b3lb.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.b3lb.user.LoginAttempt.Kind;
import dev.b3lb.user.LoginAttempt.Limit;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts log-ins that failed on this server, so that nobody can try passwords as fast as the server can check them. Of
 * one name from one network 5 may fail within 15 minutes, from one network 20, of one name 100. The counts are bounded:
 * when there are too many, those that come up least are forgotten.
 *
 * <p>The hundred of a name are for networks that are new to it. Otherwise whoever can send from many addresses would keep
 * the name's owner out everywhere, by failing on purpose. Where the owner has logged in of late only the other two
 * bounds hold, so a name can be tried there five times more, in each of at most eight networks.
 */
public final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_COUNTS = 50_000;

    private final Ticker ticker;
    private final Cache<Limit, Failures> failures;
    private final FamiliarNetworks familiar;

    /** @param ticker tells the time; any beginning will do */
    public LoginThrottle(Ticker ticker) {
        this.ticker = ticker;
        this.failures = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(WINDOW)
                .maximumSize(MOST_COUNTS)
                .build();
        this.familiar = new FamiliarNetworks(ticker);
    }

    /** Failures within one window, which begins with the first of them. */
    private record Failures(long since, int count) {

        private boolean isOver(long now) {
            return now - since >= WINDOW.toNanos();
        }

        private Duration left(long now) {
            return Duration.ofNanos(WINDOW.toNanos() - (now - since));
        }
    }

    /** How long nobody may try that; empty when it may be tried. */
    public Optional<Duration> pause(LoginAttempt attempt) {
        long now = ticker.read();
        return limits(attempt).flatMap(limit -> pause(limit, now).stream()).max(Comparator.naturalOrder());
    }

    private Optional<Duration> pause(Limit limit, long now) {
        return Optional.ofNullable(failures.getIfPresent(limit))
                .filter(counted -> !counted.isOver(now) && counted.count() >= limit.most())
                .map(counted -> counted.left(now));
    }

    /** Counts one that failed. */
    void failed(LoginAttempt attempt) {
        long now = ticker.read();
        limits(attempt).forEach(limit -> failures.asMap()
                .merge(
                        limit,
                        new Failures(now, 1),
                        (counted, one) ->
                                counted.isOver(now) ? one : new Failures(counted.since(), counted.count() + 1)));
    }

    /**
     * Forgets the failures of this name from this network, since it was a slip of its owner, and remembers that the owner
     * can be found there.
     */
    void succeeded(LoginAttempt attempt) {
        if (attempt.username().isPresent()) {
            Limit own = attempt.nameAndNetwork();
            failures.invalidate(own);
            familiar.note(own.name(), own.network());
        }
    }

    private Stream<Limit> limits(LoginAttempt attempt) {
        return attempt.limits().stream().filter(limit -> limit.kind() != Kind.NAME || !isFamiliar(attempt));
    }

    private boolean isFamiliar(LoginAttempt attempt) {
        Limit own = attempt.nameAndNetwork();
        return familiar.holds(own.name(), own.network());
    }
}
