package dev.b3lb.batch.housekeeping;

import dev.b3lb.callback.OutboxEntries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deletes calls to tenants that were made or given up long ago. */
@Dependent
@Named("forgetOldCallbacks")
public class ForgetOldCallbacks extends ForgetInPortions {

    private final OutboxEntries entries;

    @Inject
    ForgetOldCallbacks(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    int forget(int most) {
        return entries.forgetOver(most);
    }
}
