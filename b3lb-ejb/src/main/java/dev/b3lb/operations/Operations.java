package dev.b3lb.operations;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.management.Caller;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.management.ServerOperations;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Map;

/** The one entrance to all operations: checks what is asked, by whom, and hands it to the group that does it. */
@Stateless
@Local(ServerOperations.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class Operations implements ServerOperations {

    private final Catalogue catalogue = Catalogue.load();

    @Inject
    private OperationWorks works;

    @Inject
    private ChangeFeed feed;

    @Inject
    private ChangeSignal signal;

    @Override
    public String run(Caller caller, String name, Map<String, String> arguments) throws OperationRefused {
        Operation operation = catalogue
                .operation(name)
                .orElseThrow(() -> new OperationRefused(Reason.ABSENT, "There is no operation " + name + "."));
        requireRole(caller, operation);
        operation.check(arguments);
        JsonValue result = refusing(new OperationCall(caller, operation, new Arguments(arguments)));
        if (operation.changes()) {
            feed.refresh(); // in force here when the caller reads the answer
            signal.changed();
        }
        return result.toString();
    }

    /**
     * Refuses what the caller's roles do not allow.
     *
     * @throws OperationRefused with {@link Reason#FORBIDDEN}
     */
    public static void requireRole(Caller caller, Operation operation) throws OperationRefused {
        if (!operation.isFor(caller.roles())) {
            throw new OperationRefused(
                    Reason.FORBIDDEN, operation.name() + " needs the role " + operation.role() + ".");
        }
    }

    private JsonValue refusing(OperationCall call) throws OperationRefused {
        try {
            return works.perform(call);
        } catch (RuntimeException problem) {
            throw Refusals.of(problem).orElseThrow(() -> problem);
        }
    }
}
