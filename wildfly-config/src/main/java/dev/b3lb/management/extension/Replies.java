package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.OperationRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jboss.as.controller.OperationContext;
import org.jboss.dmr.ModelNode;

/**
 * What the application replied while one management request was carried out. The attributes of a resource are read one
 * by one, and many are fields of the same reply.
 */
final class Replies {

    private static final OperationContext.AttachmentKey<Replies> KEY =
            OperationContext.AttachmentKey.create(Replies.class);

    private final Map<String, ModelNode> byOperation = new HashMap<>();
    private final OperationContext context;

    private Replies(OperationContext context) {
        this.context = context;
    }

    static Replies of(OperationContext context) {
        Replies fresh = new Replies(context);
        Replies known = context.attachIfAbsent(KEY, fresh);
        return known == null ? fresh : known;
    }

    /** {@return the reply, undefined when there is none} */
    ModelNode reply(String operation, Caller caller, Application application) {
        return byOperation.computeIfAbsent(operation, name -> ask(name, caller, application));
    }

    private ModelNode ask(String operation, Caller caller, Application application) {
        try {
            return application.isDeployed() ? application.call(caller, operation, Map.of()) : new ModelNode();
        } catch (OperationRefused refused) {
            context.addResponseWarning(Level.WARNING, refused.getMessage());
            return new ModelNode();
        }
    }
}
