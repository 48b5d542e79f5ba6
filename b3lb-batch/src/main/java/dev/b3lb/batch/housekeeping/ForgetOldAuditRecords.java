package dev.b3lb.batch.housekeeping;

import dev.b3lb.housekeeping.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deletes audit records that are older than the setting allows. */
@Dependent
@Named("forgetOldAuditRecords")
public class ForgetOldAuditRecords extends ForgetInPortions {

    private final AuditRecords records;

    @Inject
    ForgetOldAuditRecords(AuditRecords records) {
        this.records = records;
    }

    @Override
    int forget(int most) {
        return records.forgetOld(most);
    }
}
