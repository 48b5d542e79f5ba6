package dev.b3lb.batch.housekeeping;

import dev.b3lb.meeting.SizeNotes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deletes sizes of meetings that are older than the setting allows. */
@Dependent
@Named("forgetOldSizes")
public class ForgetOldSizes extends ForgetInPortions {

    private final SizeNotes notes;

    @Inject
    ForgetOldSizes(SizeNotes notes) {
        this.notes = notes;
    }

    @Override
    int forget(int most) {
        return notes.forgetOld(most);
    }
}
