package dev.b3lb.check;

import dev.b3lb.change.ChangeSignal;
import dev.b3lb.change.RedisState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks at this server and at what it needs. */
@ApplicationScoped
public class ServerCheck {

    private static final Logger LOG = Logger.getLogger(ServerCheck.class);

    private final DatabaseChecks database;
    private final PoolChecks pool;
    private final ChangeSignal signal;

    @Inject
    ServerCheck(DatabaseChecks database, PoolChecks pool, ChangeSignal signal) {
        this.database = database;
        this.pool = pool;
        this.signal = signal;
    }

    /** All findings: database, schema, redis, clock, nodes, polling, callbacks, memory, disk. */
    public List<Finding> findings() {
        Optional<DatabaseChecks.Answer> answer = database.ask();
        boolean there = answer.isPresent();
        return List.of(
                answer.map(DatabaseChecks.Answer::finding)
                        .orElse(Finding.bad(
                                "database",
                                "PostgreSQL does not answer. Joins and known meetings go on, nothing new can be created;"
                                        + " look at the database, and at DATABASE_URL.")),
                there ? tried("schema", database::schema) : Finding.notTried("schema"),
                redis(),
                answer.map(DatabaseChecks.Answer::clock).orElse(Finding.notTried("clock")),
                pool.nodes(),
                there ? tried("polling", pool::polling) : Finding.notTried("polling"),
                there ? tried("callbacks", pool::callbacks) : Finding.notTried("callbacks"),
                MachineChecks.memory(),
                MachineChecks.disk(Path.of(System.getProperty("jboss.server.data.dir", "."))));
    }

    /** The database may go away between two checks. */
    private static Finding tried(String check, Supplier<Finding> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "The check of %s failed", check);
            return Finding.bad(check, "The database did not answer; try again.");
        }
    }

    private Finding redis() {
        if (signal.state() == RedisState.NOT_SET) {
            return Finding.good("redis", "not set: servers learn of each other's changes each second");
        }
        return signal.roundTrip()
                .map(time -> Finding.good("redis", "Redis answered within " + time.toMillis() + " ms."))
                .orElse(Finding.bad(
                        "redis",
                        "Redis does not answer. Everything goes on, but servers learn of each other's changes only each"
                                + " second; look at Redis, and at CACHE_URL."));
    }
}
