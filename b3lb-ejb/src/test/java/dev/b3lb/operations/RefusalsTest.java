package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.OperationRefused;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void a_refusal_of_ours_says_it_itself() {
        assertThat(sentence(new RefusedException("There is no node x."))).contains("There is no node x.");
    }

    @Test
    void the_reason_may_lie_deep() {
        Throwable wrapped = new PersistenceException(new IllegalStateException(new RefusedException("No.")));
        assertThat(sentence(wrapped)).contains("No.");
    }

    @Test
    void every_fault_of_validation_is_told_in_a_fixed_order() {
        Throwable invalid =
                new ConstraintViolationException(Set.of(violation("port is wrong"), violation("a slug is missing")));
        assertThat(sentence(new PersistenceException(invalid))).contains("a slug is missing; port is wrong.");
    }

    @Test
    void somebody_else_may_have_added_the_same() {
        assertThat(sentence(new PersistenceException(violation(ConstraintKind.UNIQUE, "node_slug_key"))))
                .contains("Somebody else has just added the same; nothing was changed.");
    }

    @Test
    void a_value_that_only_the_database_refuses_is_told_by_its_rule() {
        assertThat(sentence(new PersistenceException(violation(ConstraintKind.OTHER, "node_port_check"))))
                .contains("The database refuses a value (node_port_check); nothing was changed.");
    }

    @Test
    void somebody_else_may_have_changed_the_same() {
        assertThat(sentence(new IllegalStateException(new OptimisticLockException("row"))))
                .contains("Somebody else has just changed the same; nothing was changed.");
    }

    @Test
    void what_is_referred_to_may_have_been_removed_meanwhile() {
        SQLException foreignKey = new SQLException("refused", "23503");
        assertThat(sentence(new PersistenceException(new org.hibernate.exception.ConstraintViolationException(
                        "refused", foreignKey, "insert", ConstraintKind.OTHER, "node_cluster_id_fkey"))))
                .hasValueSatisfying(words -> assertThat(words).startsWith("Somebody else has just removed"));
        assertThat(sentence(new IllegalStateException(foreignKey)))
                .hasValueSatisfying(words -> assertThat(words).startsWith("Somebody else has just removed"));
    }

    @Test
    void what_passes_by_itself_is_to_be_tried_again() {
        assertThat(Refusals.of(new PersistenceException(new SQLException("deadlock", "40P01"))))
                .hasValueSatisfying(refused -> {
                    assertThat(refused.reason()).isEqualTo(OperationRefused.Reason.UNAVAILABLE);
                    assertThat(refused).hasMessageContaining("try again in a moment");
                });
        assertThat(sentence(new IllegalStateException(new SQLException("broken pipe", "08006"))))
                .hasValueSatisfying(words -> assertThat(words).startsWith("The database cannot be reached"));
        assertThat(sentence(new SQLException(new ResourceException("no connection"))))
                .hasValueSatisfying(words -> assertThat(words).startsWith("The database cannot be reached"));
    }

    @Test
    void anything_else_is_no_refusal() {
        assertThat(Refusals.of(new PersistenceException(new SQLException("syntax", "42601"))))
                .isEmpty();
        assertThat(sentence(new IllegalStateException("broken"))).isEmpty();
    }

    private static Optional<String> sentence(Throwable problem) {
        return Refusals.of(problem).map(OperationRefused::getMessage);
    }

    private static Throwable violation(ConstraintKind kind, String constraint) {
        return new org.hibernate.exception.ConstraintViolationException(
                "refused", new SQLException("refused"), "insert", kind, constraint);
    }

    private static ConstraintViolation<?> violation(String message) {
        return (ConstraintViolation<?>) Proxy.newProxyInstance(
                RefusalsTest.class.getClassLoader(),
                new Class<?>[] {ConstraintViolation.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMessage" -> message;
                    case "hashCode" -> message.hashCode();
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> message;
                    case "getPropertyPath" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
