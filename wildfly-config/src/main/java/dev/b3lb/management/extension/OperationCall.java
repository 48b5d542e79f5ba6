package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import java.util.Map;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.OperationStepHandler;
import org.jboss.dmr.ModelNode;

/**
 * Hands one management operation on to the application. No lock of the management model is taken, so that a long call
 * holds up nobody.
 */
final class OperationCall implements OperationStepHandler {

    private final Operation operation;
    private final Callers callers;
    private final Application application;

    OperationCall(Operation operation, Callers callers, Application application) {
        this.operation = operation;
        this.callers = callers;
        this.application = application;
    }

    @Override
    public void execute(OperationContext context, ModelNode request) throws OperationFailedException {
        Callers.require(context, operation);
        Caller caller = callers.of(context);
        Map<String, String> arguments = arguments(context, request);
        context.addStep(
                (step, ignored) -> step.getResult().set(call(caller, arguments)), OperationContext.Stage.RUNTIME);
    }

    private Map<String, String> arguments(OperationContext context, ModelNode request) throws OperationFailedException {
        try {
            return RequestArguments.of(operation, context, request);
        } catch (OperationRefused refused) {
            throw new OperationFailedException(refused.getMessage());
        }
    }

    private ModelNode call(Caller caller, Map<String, String> arguments) throws OperationFailedException {
        try {
            return application.call(caller, operation.name(), arguments);
        } catch (OperationRefused refused) {
            throw new OperationFailedException(refused.getMessage());
        }
    }
}
