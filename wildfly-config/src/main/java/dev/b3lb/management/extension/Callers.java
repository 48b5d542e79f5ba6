package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.access.AuthorizationResult.Decision;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.dmr.ModelNode;

/**
 * Who asks, and what WildFly's access control lets them do. WildFly checks rights where an operation reads or changes
 * its model, which ours do not do, so it is asked here.
 */
final class Callers {

    private static final Map<String, String> WILDFLY_ROLES =
            Map.of("viewer", "Monitor", "operator", "Operator", "admin", "Administrator");

    /** One operation of each of our roles, if possible one that changes something: who may call it has that role. */
    private final Map<String, Operation> samples;

    Callers(Catalogue catalogue) {
        samples = catalogue.operations().stream()
                .collect(Collectors.toMap(
                        Operation::role, Function.identity(), (first, other) -> first.changes() ? first : other));
    }

    /** {@return who asks, with those of our roles that WildFly's access control amounts to} */
    Caller of(OperationContext context) {
        var identity = context.getSecurityIdentity();
        String name = identity == null ? "server" : identity.getPrincipal().getName();
        Set<String> roles = samples.entrySet().stream()
                .filter(sample -> may(context, request(sample.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(name, roles, Caller.Door.MANAGEMENT);
    }

    /**
     * Checks whether the caller may ask for an operation.
     *
     * @throws OperationFailedException with a sentence that names the role that it takes
     */
    static void require(OperationContext context, Operation operation) throws OperationFailedException {
        if (!may(context, request(operation))) {
            throw new OperationFailedException(
                    "You may not call %s: it takes the role %s, which is WildFly's role %s or one above it."
                            .formatted(operation.name(), operation.role(), WILDFLY_ROLES.get(operation.role())));
        }
    }

    private static boolean may(OperationContext context, ModelNode request) {
        return context.authorizeOperation(request).getDecision() == Decision.PERMIT;
    }

    private static ModelNode request(Operation operation) {
        return Util.createOperation(operation.name(), PathAddress.pathAddress(List.of(SubsystemResource.PATH)));
    }
}
