package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Turns what the database and Bean Validation refuse into a refusal with a sentence for the operator. */
final class Refusals {

    /** PostgreSQL's codes. */
    private static final String FOREIGN_KEY = "23503";

    private static final String DEADLOCK = "40P01";

    private Refusals() {}

    /** The refusal, if the problem lies in what was asked for and not in us. */
    static Optional<OperationRefused> of(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ofOne(cause).stream())
                .findFirst();
    }

    private static Optional<OperationRefused> ofOne(Throwable problem) {
        if (problem instanceof RefusedException refused) {
            return refusal(refused.reason(), refused.getMessage());
        }
        if (problem instanceof ConstraintViolationException invalid) {
            return refusal(
                    Reason.INVALID,
                    invalid.getConstraintViolations().stream()
                                    .map(ConstraintViolation::getMessage)
                                    .sorted()
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        if (problem instanceof SQLException refused) {
            return ofDatabase(refused);
        }
        if (problem instanceof org.hibernate.exception.ConstraintViolationException refused) {
            if (FOREIGN_KEY.equals(refused.getSQLState())) {
                return ofDatabase(refused.getSQLException());
            }
            return refused.getKind() == ConstraintKind.UNIQUE
                    ? refusal(Reason.CONFLICT, "Somebody else has just added the same; nothing was changed.")
                    : refusal(
                            Reason.INVALID,
                            "The database refuses a value (" + refused.getConstraintName() + "); nothing was changed.");
        }
        if (problem instanceof OptimisticLockException) {
            return refusal(Reason.STALE, "Somebody else has just changed the same; nothing was changed.");
        }
        return Optional.empty();
    }

    /** Two changes at the same time that do not go together. */
    private static Optional<OperationRefused> ofDatabase(SQLException refused) {
        if (FOREIGN_KEY.equals(refused.getSQLState())) {
            return refusal(
                    Reason.CONFLICT,
                    "Somebody else has just removed what this is about, or added what refers to it; nothing was"
                            + " changed.");
        }
        return DEADLOCK.equals(refused.getSQLState())
                ? refusal(
                        Reason.CONFLICT, "Somebody else is just changing the same; nothing was changed. Try it again.")
                : Optional.empty();
    }

    private static Optional<OperationRefused> refusal(Reason reason, String sentence) {
        return Optional.of(new OperationRefused(reason, sentence));
    }
}
