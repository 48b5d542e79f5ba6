package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what the database and Bean Validation refuse into a refusal with a sentence for the operator. */
public final class Refusals {

    private Refusals() {}

    /** The refusal, if the problem lies in what was asked for and not in us. */
    public static Optional<OperationRefused> of(Throwable problem) {
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
        if (problem instanceof SQLException database) {
            return DatabaseRefusals.of(database);
        }
        if (problem instanceof org.hibernate.exception.ConstraintViolationException refused) {
            return DatabaseRefusals.of(refused);
        }
        if (problem instanceof OptimisticLockException) {
            return refusal(Reason.STALE, "Somebody else has just changed the same; nothing was changed.");
        }
        if (problem instanceof ResourceException) {
            return Optional.of(DatabaseRefusals.away());
        }
        return Optional.empty();
    }

    private static Optional<OperationRefused> refusal(Reason reason, String sentence) {
        return Optional.of(new OperationRefused(reason, sentence));
    }
}
