package dev.b3lb.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Whether the database answers this server, as far as the reads tell that are made each second anyway. To ask costs
 * nothing.
 */
@ApplicationScoped
public class DatabaseContact {

    private static final Logger LOG = Logger.getLogger(DatabaseContact.class);

    /** So many reads in a row must have failed, or one of them must have waited so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LastSuccess reads;
    private final AtomicBoolean missed = new AtomicBoolean();

    @Inject
    DatabaseContact() {
        this(System::nanoTime);
    }

    /** @param nanoTime a monotonic clock */
    public DatabaseContact(LongSupplier nanoTime) {
        this.reads = new LastSuccess(nanoTime);
    }

    /** When a read begins; what it reads may be as old as that. */
    public long begin() {
        return reads.now();
    }

    /**
     * The database has answered.
     *
     * @param begun when it was asked, as {@link #begin()} told
     */
    public void answered(long begun) {
        reads.happened(begun);
        if (missed.compareAndSet(true, false)) {
            LOG.info("The database is back");
        }
    }

    /** Tells the log when the database has gone away. To be called again and again. */
    public void look() {
        if (!up() && sinceAnswer().isPresent() && missed.compareAndSet(false, true)) {
            LOG.warnf(
                    "The database is away, it has not answered for %d seconds: known meetings go on, creates fail",
                    PATIENCE.toSeconds());
        }
    }

    /** Whether it has answered within the last five seconds. */
    public boolean up() {
        return reads.within(PATIENCE);
    }

    /** How old the last answer is; empty before the first one. */
    public Optional<Duration> sinceAnswer() {
        return reads.age();
    }
}
