package dev.b3lb.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.b3lb.audit.AuditRecord;
import dev.b3lb.management.Caller.Door;
import dev.b3lb.server.SeldomLines;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Leaves audit records of log-ins. Since programs log in with each request, there is one an hour for each user, means and
 * network, and at most a hundred for each user; each server leaves its own. They are written behind the requests, and
 * wait for a database that is away, a thousand of them at the most.
 */
public final class LoginRecords {

    private static final Logger LOG = Logger.getLogger(LoginRecords.class);

    private static final Duration EXACTNESS = Duration.ofHours(1);
    private static final int MOST_VISITS = 10_000;
    private static final int MOST_OF_USER = 100;
    private static final int MOST_WAITING = 1_000;

    private final BiConsumer<AuditRecord, Duration> trail;
    private final String server;
    private final Ticker ticker;
    private final Cache<Visit, Boolean> known;
    private final Cache<String, AtomicInteger> ofUser;
    private final Queue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final SeldomLines leftOut;

    /**
     * @param trail takes a record, and how long ago it was
     * @param server the name of this server
     * @param ticker tells the time; any beginning will do
     */
    public LoginRecords(BiConsumer<AuditRecord, Duration> trail, String server, Ticker ticker) {
        this.trail = trail;
        this.server = server;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(EXACTNESS)
                .maximumSize(MOST_VISITS)
                .build();
        this.ofUser = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(EXACTNESS)
                .maximumSize(MOST_VISITS)
                .build();
        this.leftOut = new SeldomLines(EXACTNESS, ticker::read);
    }

    /** What is one record within an hour. */
    private record Visit(String username, JsonObject means, String network) {}

    private record Waiting(AuditRecord record, long since) {}

    /** A user has logged in with the password. Never waits and never fails. */
    void byPassword(Identity identity, LoginAttempt attempt) {
        entered(
                identity,
                attempt,
                Json.createObjectBuilder().add("with", "password").build());
    }

    /** A user has logged in with a token. Never waits and never fails. */
    void byToken(Identity identity, LoginAttempt attempt, KnownToken token) {
        entered(
                identity,
                attempt,
                Json.createObjectBuilder()
                        .add("with", "token")
                        .add("token-id", token.id().toString())
                        .build());
    }

    private void entered(Identity identity, LoginAttempt attempt, JsonObject means) {
        Visit visit = new Visit(identity.username(), means, attempt.network());
        if (known.asMap().putIfAbsent(visit, true) != null) {
            return;
        }
        if (ofUser.get(visit.username(), name -> new AtomicInteger()).incrementAndGet() > MOST_OF_USER) {
            leaveOut(visit.username(), "there were %d of that user within an hour".formatted(MOST_OF_USER), attempt);
        } else if (!waiting.offer(new Waiting(record(visit, attempt.address()), ticker.read()))) {
            leaveOut("", "%d wait for the database".formatted(MOST_WAITING), attempt);
        }
    }

    private void leaveOut(String kind, String reason, LoginAttempt attempt) {
        leftOut.next(kind)
                .ifPresent(more -> LOG.warnf("A log-in of %s is not recorded, since %s%s", attempt, reason, more));
    }

    private AuditRecord record(Visit visit, String address) {
        return new AuditRecord(
                visit.username(),
                Door.REST,
                AuditRecord.LOG_IN,
                "user " + visit.username(),
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder(visit.means())
                        .add("address", address)
                        .add("server", server)
                        .build());
    }

    /**
     * Writes what waits; one thread at a time.
     *
     * @throws RuntimeException when the database is away; what was not written goes on waiting
     */
    public void write() {
        for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
            trail.accept(next.record(), Duration.ofNanos(ticker.read() - next.since()));
            waiting.remove();
        }
    }
}
