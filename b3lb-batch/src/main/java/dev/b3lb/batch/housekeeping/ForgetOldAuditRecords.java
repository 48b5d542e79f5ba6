package dev.b3lb.batch.housekeeping;

import dev.b3lb.housekeeping.AuditRecords;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deletes audit records that are older than the setting allows, a portion at a time. */
@Dependent
@Named("forgetOldAuditRecords")
public class ForgetOldAuditRecords extends AbstractBatchlet {

    private static final int PORTION = 5_000;

    private final AuditRecords records;
    private volatile boolean stopped;

    @Inject
    ForgetOldAuditRecords(AuditRecords records) {
        this.records = records;
    }

    /** The exit status tells how many were deleted. */
    @Override
    public String process() {
        long deleted = 0;
        int last = PORTION;
        while (last == PORTION && !stopped) {
            last = records.forgetOld(PORTION);
            deleted += last;
        }
        return deleted + " deleted";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
