package dev.b3lb.operations;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Turns what the database and Bean Validation refuse into a sentence for the operator. */
final class Refusals {

    private Refusals() {}

    /** The sentence, if the problem lies in what was asked for and not in us. */
    static Optional<String> sentence(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ofOne(cause).stream())
                .findFirst();
    }

    private static Optional<String> ofOne(Throwable problem) {
        if (problem instanceof RefusedException) {
            return Optional.of(problem.getMessage());
        }
        if (problem instanceof ConstraintViolationException invalid) {
            return Optional.of(invalid.getConstraintViolations().stream()
                            .map(ConstraintViolation::getMessage)
                            .sorted()
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (problem instanceof org.hibernate.exception.ConstraintViolationException refused) {
            return Optional.of(
                    refused.getKind() == ConstraintKind.UNIQUE
                            ? "Somebody else has just added the same; nothing was changed."
                            : "The database refuses a value (" + refused.getConstraintName()
                                    + "); nothing was changed.");
        }
        if (problem instanceof OptimisticLockException) {
            return Optional.of("Somebody else has just changed the same; nothing was changed.");
        }
        return Optional.empty();
    }
}
