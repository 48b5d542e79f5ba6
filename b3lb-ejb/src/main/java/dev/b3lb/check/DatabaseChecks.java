package dev.b3lb.check;

import dev.b3lb.schema.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** The database: whether it answers, its version, its clock, its schema. */
@ApplicationScoped
public class DatabaseChecks {

    private static final Logger LOG = Logger.getLogger(DatabaseChecks.class);
    private static final int OLDEST_VERSION = 140_000;
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration MOST_DIFFERENCE = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final Migrations migrations;

    @Inject
    DatabaseChecks(Jdbi jdbi, Migrations migrations) {
        this.jdbi = jdbi;
        this.migrations = migrations;
    }

    /**
     * An answer of the database.
     *
     * @param number its version as a number: 140005 is 14.5
     * @param version its version
     * @param now its clock
     * @param before this server's clock when it was asked
     * @param roundTrip how long the answer took
     */
    record Answer(int number, String version, Instant now, Instant before, Duration roundTrip) {

        Finding finding() {
            String words = "PostgreSQL " + version + " answered within " + roundTrip.toMillis() + " ms.";
            if (number < OLDEST_VERSION) {
                return Finding.bad("database", words + " It is too old; 14 or newer is needed.");
            }
            return roundTrip.compareTo(SLOW) > 0
                    ? Finding.bad(
                            "database", words + " That is slow; each create of a meeting waits several times so long.")
                    : Finding.good("database", words);
        }

        /** Positive when this server is ahead. */
        Duration difference() {
            return Duration.between(now, before.plus(roundTrip.dividedBy(2)));
        }

        Finding clock() {
            Duration difference = difference();
            String words = "This server's clock is " + difference.abs().toMillis() + " ms "
                    + (difference.isNegative() ? "behind" : "ahead of") + " the database's";
            return difference.abs().compareTo(MOST_DIFFERENCE) <= 0
                    ? Finding.good("clock", words + ".")
                    : Finding.bad("clock", words + "; look at NTP on both. Nothing here breaks, but logs mislead.");
        }
    }

    /** Asks the database; empty when it does not answer. The first time may be spent on making a connection. */
    Optional<Answer> ask() {
        try {
            return Optional.of(jdbi.withHandle(handle -> {
                Instant before = Clock.systemUTC().instant();
                long start = System.nanoTime();
                return handle.createQuery("""
                                select current_setting('server_version_num')::integer as number,
                                       current_setting('server_version') as version, clock_timestamp() as now""")
                        .map((row, context) -> new Answer(
                                row.getInt("number"),
                                row.getString("version"),
                                row.getObject("now", OffsetDateTime.class).toInstant(),
                                before,
                                Duration.ofNanos(System.nanoTime() - start)))
                        .one();
            }));
        } catch (RuntimeException away) {
            LOG.debugf("The database does not answer a check: %s", away.getMessage());
            return Optional.empty();
        }
    }

    Finding schema() {
        Migrations.State state = migrations.state();
        return state.missing().isEmpty()
                ? Finding.good("schema", "The schema has version " + state.version() + "; nothing is missing.")
                : Finding.bad(
                        "schema",
                        "The schema has version " + state.version() + ", and these migrations were not run: "
                                + String.join(", ", state.missing()) + ". Start a server of this version again.");
    }
}
