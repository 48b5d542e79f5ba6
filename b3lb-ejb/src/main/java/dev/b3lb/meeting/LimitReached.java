package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit that leaves no room for one more meeting.
 *
 * @param scope whose limit it is
 * @param ofMeetings whether it limits meetings; otherwise attendees
 * @param figure the limit
 */
record LimitReached(Scope scope, boolean ofMeetings, int figure) {

    /** Whose a limit is. */
    enum Scope {
        TENANT,
        SECRET
    }

    static Optional<LimitReached> meetings(Scope scope, int limit, long used) {
        return of(scope, true, limit, used);
    }

    static Optional<LimitReached> attendees(Scope scope, int limit, long used) {
        return of(scope, false, limit, used);
    }

    private static Optional<LimitReached> of(Scope scope, boolean ofMeetings, int limit, long used) {
        return limit > 0 && used >= limit ? Optional.of(new LimitReached(scope, ofMeetings, limit)) : Optional.empty();
    }

    /** What the client is told. */
    BbbError error() {
        return BbbError.maxConcurrent("The %s limit of this %s is reached: %d at the same time."
                .formatted(ofMeetings ? "meeting" : "attendee", scope.name().toLowerCase(Locale.ROOT), figure));
    }
}
