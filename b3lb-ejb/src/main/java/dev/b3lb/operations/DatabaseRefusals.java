package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** What PostgreSQL refuses, in words. Its codes are those of its documentation, "PostgreSQL Error Codes". */
final class DatabaseRefusals {

    private static final String FOREIGN_KEY = "23503";

    /** A deadlock, a transaction that cannot be put in order, a lock that did not come free in time. */
    private static final Set<String> BUSY = Set.of("40P01", "40001", "55P03");

    /** How the codes begin of a connection that is broken, and of a server that is stopping or starting. */
    private static final Set<String> AWAY = Set.of("08", "57P");

    private DatabaseRefusals() {}

    /** A rule of the schema that a value or a row breaks. */
    static Optional<OperationRefused> of(ConstraintViolationException broken) {
        if (FOREIGN_KEY.equals(broken.getSQLState())) {
            return of(broken.getSQLException());
        }
        return Optional.of(
                isUnique(broken)
                        ? new OperationRefused(
                                Reason.CONFLICT, "Somebody else has just added the same; nothing was changed.")
                        : new OperationRefused("The database refuses a value (" + broken.getConstraintName()
                                + "); nothing was changed."));
    }

    /** Not every statement lets Hibernate tell the kind; PostgreSQL's own names of unique keys do. */
    private static boolean isUnique(ConstraintViolationException broken) {
        String constraint = broken.getConstraintName();
        return broken.getKind() == ConstraintKind.UNIQUE || constraint != null && constraint.endsWith("_key");
    }

    /** What passes by itself, and two changes at the same time that do not go together. */
    static Optional<OperationRefused> of(SQLException problem) {
        String state = Optional.ofNullable(problem.getSQLState()).orElse("");
        if (state.equals(FOREIGN_KEY)) {
            return Optional.of(new OperationRefused(
                    Reason.CONFLICT,
                    "Somebody else has just removed what this is about, or added what refers to it; nothing was"
                            + " changed."));
        }
        if (BUSY.contains(state)) {
            return Optional.of(new OperationRefused(
                    Reason.UNAVAILABLE,
                    "Somebody else is changing the configuration. Nothing was changed; try again in a moment."));
        }
        return AWAY.stream().anyMatch(state::startsWith) ? Optional.of(away()) : Optional.empty();
    }

    /** The database does not answer. */
    static OperationRefused away() {
        return new OperationRefused(
                Reason.UNAVAILABLE,
                "The database cannot be reached, so it is not sure whether this was done; look, then try again.");
    }
}
