package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.tenant.Account;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit that leaves no room for one more meeting.
 *
 * @param scope whose limit it is
 * @param ofMeetings whether it limits meetings; otherwise attendees
 * @param figure the limit
 * @param used how much is in use
 */
public record LimitReached(Scope scope, boolean ofMeetings, int figure, long used) {

    /** Whose a limit is. */
    public enum Scope {
        /** Of the tenant with all its secrets. */
        TENANT,
        /** Of one secret. */
        SECRET
    }

    static Optional<LimitReached> meetings(Scope scope, int limit, long used) {
        return of(scope, true, limit, used);
    }

    static Optional<LimitReached> attendees(Scope scope, int limit, long used) {
        return of(scope, false, limit, used);
    }

    private static Optional<LimitReached> of(Scope scope, boolean ofMeetings, int limit, long used) {
        return limit > 0 && used >= limit
                ? Optional.of(new LimitReached(scope, ofMeetings, limit, used))
                : Optional.empty();
    }

    /** What the client is told. */
    BbbError error() {
        return BbbError.maxConcurrent("The %s limit of this %s is reached: %d at the same time."
                .formatted(ofMeetings ? "meeting" : "attendee", whose(), figure));
    }

    /** What operators are told. */
    String words(Account account) {
        return "%s limit exceeded: %s %s has %d of at most %d"
                .formatted(
                        ofMeetings ? "Meeting" : "Attendee",
                        whose(),
                        scope == Scope.TENANT ? account.tenantSlug() : account.label(),
                        used,
                        figure);
    }

    private String whose() {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
