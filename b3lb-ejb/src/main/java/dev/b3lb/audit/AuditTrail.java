package dev.b3lb.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** All records, in the database. The daily job forgets old ones. */
@ApplicationScoped
public class AuditTrail {

    private final Jdbi jdbi;

    @Inject
    AuditTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a record of what is done now, in the transaction that there is. */
    public void add(AuditRecord record) {
        add(record, Duration.ZERO);
    }

    /**
     * Adds a record of what was done before, in the transaction that there is if there is one.
     *
     * @param ago how long before
     */
    public void add(AuditRecord record, Duration ago) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audit (at, who, door, operation, subject, before, after)
                        values (now() - :ago * interval '1 millisecond', :who, :door, :operation, :subject,
                            cast(:before as jsonb), cast(:after as jsonb))""")
                .bind("ago", ago.toMillis())
                .bind("who", record.who())
                .bind("door", record.door().name())
                .bind("operation", record.operation())
                .bind("subject", record.subject())
                .bind("before", record.before().toString())
                .bind("after", record.after().toString())
                .execute());
    }
}
