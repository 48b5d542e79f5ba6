package dev.b3lb.web.monitoring;

import dev.b3lb.change.ChangeSignal;
import dev.b3lb.change.RedisState;
import dev.b3lb.node.PollAge;
import dev.b3lb.server.DatabaseContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How what this server needs is doing, told with its readiness but without a say in it: when the database or Redis is
 * away every server would be taken out at once, although joins go on from memory. All of it is known without asking.
 */
@ApplicationScoped
public class Surroundings {

    private static final String REACHABLE = "reachable";
    private static final String SINCE_ANSWER = "seconds-since-answer";

    private final DatabaseContact database;
    private final ChangeSignal redis;
    private final PollAge polls;

    @Inject
    Surroundings(DatabaseContact database, ChangeSignal redis, PollAge polls) {
        this.database = database;
        this.redis = redis;
        this.polls = polls;
    }

    /** Whether PostgreSQL answers, and how long ago it did last. */
    @Produces
    @Readiness
    HealthCheck database() {
        return () -> told("database", Optional.of(database.up()), database.sinceAnswer());
    }

    /** Whether Redis answers, and how long ago it did last; nothing of that when none is set. */
    @Produces
    @Readiness
    HealthCheck redis() {
        return () -> {
            RedisState state = redis.state();
            return told(
                    "redis",
                    Optional.of(state == RedisState.UP).filter(up -> state != RedisState.NOT_SET),
                    redis.sinceAnswer());
        };
    }

    /** How old the oldest last poll of a node is. */
    @Produces
    @Readiness
    HealthCheck polls() {
        return () -> HealthCheckResponse.named("polls")
                .up()
                .withData("oldest-seconds", polls.oldest().toSeconds())
                .build();
    }

    private static HealthCheckResponse told(String name, Optional<Boolean> reachable, Optional<Duration> age) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name).up();
        reachable.ifPresent(up -> response.withData(REACHABLE, up));
        age.ifPresent(time -> response.withData(SINCE_ANSWER, time.toSeconds()));
        return response.build();
    }
}
