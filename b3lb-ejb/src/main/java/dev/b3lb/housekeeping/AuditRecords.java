package dev.b3lb.housekeeping;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** The audit records as something that grows. */
@ApplicationScoped
public class AuditRecords {

    private final Jdbi jdbi;
    private final Duration kept;

    @Inject
    AuditRecords(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.kept = settings.get(Settings.AUDIT_KEEP);
    }

    /**
     * Deletes records that are older than the setting allows.
     *
     * @param most how many at the most
     * @return how many; fewer than {@code most} when none is left
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forgetOld(int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from audit where id in (
                            select id from audit where at < now() - :seconds * interval '1 second' limit :most)""")
                .bind("seconds", kept.toSeconds())
                .bind("most", most)
                .execute());
    }
}
