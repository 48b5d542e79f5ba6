package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.ServerOperations;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.OperationStepHandler;
import org.jboss.dmr.ModelNode;
import org.jboss.logging.Logger;

/**
 * Hands one management operation on to the application. The application is looked up at each call, so that it can be
 * deployed again at any time, and no lock of the management model is taken, so that a long call holds up nobody.
 */
final class OperationCall implements OperationStepHandler {

    private static final Logger LOG = Logger.getLogger(OperationCall.class);
    private static final Set<String> NOT_ARGUMENTS =
            Set.of("address", "operation", "operation-headers", "access-mechanism");

    private final Operation operation;

    OperationCall(Operation operation) {
        this.operation = operation;
    }

    @Override
    public void execute(OperationContext context, ModelNode request) throws OperationFailedException {
        Map<String, String> arguments = arguments(request);
        try {
            operation.check(arguments);
        } catch (OperationRefused refused) {
            throw new OperationFailedException(refused.getMessage());
        }
        context.addStep(
                (step, ignored) -> step.getResult().set(call(caller(step), arguments)), OperationContext.Stage.RUNTIME);
    }

    private Map<String, String> arguments(ModelNode request) throws OperationFailedException {
        Map<String, String> arguments = new TreeMap<>();
        for (String name : request.keys()) {
            ModelNode value = request.get(name);
            if (NOT_ARGUMENTS.contains(name) || !value.isDefined()) {
                continue;
            }
            if (!OperationDefinitions.isSingleValue(value)) {
                throw new OperationFailedException(name + " must be one value, not a list or an object.");
            }
            arguments.put(name, value.asString());
        }
        return arguments;
    }

    private ModelNode call(Caller caller, Map<String, String> arguments) throws OperationFailedException {
        try {
            return ModelNode.fromJSONString(application().run(caller, operation.name(), arguments));
        } catch (OperationRefused refused) {
            throw new OperationFailedException(refused.getMessage());
        } catch (RuntimeException failed) {
            // The container has logged where it happened
            LOG.errorf("Operation %s, asked for by %s, failed: %s", operation.name(), caller.name(), failed);
            LOG.debug("Where it failed", failed);
            throw new OperationFailedException(
                    operation.name() + " failed inside the application; the server's log says why.");
        }
    }

    private static ServerOperations application() throws OperationFailedException {
        try {
            Object found = new InitialContext().lookup(ServerOperations.JNDI_NAME);
            if (found instanceof ServerOperations operations) {
                return operations;
            }
            throw new OperationFailedException("What is deployed as b3lb is not of this server's version.");
        } catch (NamingException absent) {
            LOG.debug("No application to ask", absent);
            throw new OperationFailedException(
                    "The b3lb application is not deployed, or not yet started. Look at the server's log, then try again.");
        }
    }

    private static Caller caller(OperationContext context) {
        var identity = context.getSecurityIdentity();
        String name = identity == null ? "server" : identity.getPrincipal().getName();
        return new Caller(name, Set.of("admin"), Caller.Door.MANAGEMENT);
    }
}
