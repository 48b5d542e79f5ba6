package dev.b3lb.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much is in the outbox, as it was looked at last: monitoring must not cost statements, and not wait for a database
 * that is away.
 */
@ApplicationScoped
public class OutboxWatch {

    private final OutboxEntries entries;
    private final AtomicReference<Optional<OutboxEntries.Pending>> seen = new AtomicReference<>(Optional.empty());

    @Inject
    OutboxWatch(OutboxEntries entries) {
        this.entries = entries;
    }

    /** Looks now; when the database is away, what was seen before stands. */
    void look() {
        seen.set(Optional.of(entries.pending()));
    }

    /** What was seen last, a second ago as a rule; empty before the first look. */
    public Optional<OutboxEntries.Pending> seen() {
        return seen.get();
    }
}
