package dev.b3lb.meeting;

import dev.b3lb.callback.NewCallback;
import dev.b3lb.callback.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Writes down that a node has told the end of a meeting: all of it or nothing. */
@ApplicationScoped
public class EndRecords {

    private final MeetingStore store;
    private final Outbox outbox;

    @Inject
    EndRecords(MeetingStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** The meeting goes on: what has ended is an earlier one under the same row. */
    @Transactional(TxType.REQUIRES_NEW)
    public void endedBefore(Optional<NewCallback> callback) {
        callback.ifPresent(outbox::put);
    }

    /** The meeting is over, unless its node has begun it anew meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public Closing ended(PlacedMeeting meeting, Optional<NewCallback> callback) {
        callback.ifPresent(outbox::put);
        return store.closeLife(meeting);
    }
}
