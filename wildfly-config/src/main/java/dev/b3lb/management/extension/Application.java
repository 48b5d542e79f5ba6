package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.management.ServerOperations;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.dmr.ModelNode;
import org.jboss.logging.Logger;

/** The deployed application. It is looked up at each call, so that it can be deployed again at any time. */
final class Application {

    private static final Logger LOG = Logger.getLogger(Application.class);

    /** Whether the application is there to be asked. */
    boolean isDeployed() {
        try {
            find();
            return true;
        } catch (OperationRefused absent) {
            return false;
        }
    }

    /**
     * Has the application carry out an operation.
     *
     * @return its reply
     * @throws OperationRefused with the application's sentence, or with one that says that there is no application
     */
    ModelNode call(Caller caller, String operation, Map<String, String> arguments) throws OperationRefused {
        ServerOperations application = find();
        try {
            return ModelNode.fromJSONString(application.run(caller, operation, arguments));
        } catch (RuntimeException failed) {
            throw explained(caller, operation, failed);
        }
    }

    private OperationRefused explained(Caller caller, String operation, RuntimeException failed) {
        LOG.debug("Where it failed", failed);
        if (!isDeployed()) {
            return new OperationRefused(
                    Reason.UNAVAILABLE,
                    "The b3lb application was taken away while " + operation
                            + " ran; what it was to change may be changed or not.");
        }
        // The container has logged where it happened
        LOG.errorf("Operation %s, asked for by %s, failed: %s", operation, caller.name(), failed);
        return new OperationRefused(
                Reason.UNAVAILABLE, operation + " failed inside the application; the server's log says why.");
    }

    private static ServerOperations find() throws OperationRefused {
        try {
            Object found = new InitialContext().lookup(ServerOperations.JNDI_NAME);
            if (found instanceof ServerOperations operations) {
                return operations;
            }
            throw new OperationRefused(Reason.UNAVAILABLE, "What is deployed as b3lb is not of this server's version.");
        } catch (NamingException absent) {
            LOG.debug("No application to ask", absent);
            throw new OperationRefused(
                    Reason.UNAVAILABLE,
                    "The b3lb application is not deployed, or not yet started. Look at the server's log, then try again.");
        }
    }
}
