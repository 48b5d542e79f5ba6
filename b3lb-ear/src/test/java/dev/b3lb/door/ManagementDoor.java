package dev.b3lb.door;

import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** WildFly's management interface, as its CLI uses it. */
record ManagementDoor(Operations operations) implements Door {

    @Override
    public ModelNode call(String operation, Map<String, String> arguments) throws Closed {
        try {
            return operations.call(operation, arguments);
        } catch (OperationRejected refused) {
            throw new Closed(refused.reason());
        }
    }
}
