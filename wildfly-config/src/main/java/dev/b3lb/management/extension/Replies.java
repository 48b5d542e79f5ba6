package dev.b3lb.management.extension;

import dev.b3lb.management.Caller;
import dev.b3lb.management.OperationRefused;
import java.util.HashMap;
import java.util.Map;
import org.jboss.as.controller.OperationContext;
import org.jboss.dmr.ModelNode;
import org.jboss.logging.Logger;

/**
 * What the application replied while one management request was carried out. The attributes of a resource are read one
 * by one, and many are fields of the same reply.
 */
final class Replies {

    private static final Logger LOG = Logger.getLogger(Replies.class);

    private static final OperationContext.AttachmentKey<Replies> KEY =
            OperationContext.AttachmentKey.create(Replies.class);

    private final Map<String, ModelNode> byOperation = new HashMap<>();

    static Replies of(OperationContext context) {
        Replies fresh = new Replies();
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
            LOG.warnf("Attributes that %s tells could not be read: %s", operation, refused.getMessage());
            return new ModelNode();
        }
    }
}
