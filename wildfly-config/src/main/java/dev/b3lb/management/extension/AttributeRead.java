package dev.b3lb.management.extension;

import dev.b3lb.management.ResourceAttribute;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationStepHandler;
import org.jboss.dmr.ModelNode;

/** Reads one runtime attribute. Without an application to ask it is undefined, which is no failure. */
final class AttributeRead implements OperationStepHandler {

    private final ResourceAttribute attribute;
    private final Callers callers;
    private final Application application;

    AttributeRead(ResourceAttribute attribute, Callers callers, Application application) {
        this.attribute = attribute;
        this.callers = callers;
        this.application = application;
    }

    @Override
    public void execute(OperationContext context, ModelNode request) {
        ModelNode value = attribute
                .operation()
                .map(operation -> value(Replies.of(context).reply(operation, callers.of(context), application)))
                .orElseGet(() -> new ModelNode(application.isDeployed()));
        context.getResult().set(value);
    }

    private ModelNode value(ModelNode reply) {
        if (!reply.isDefined()) {
            return reply;
        }
        return switch (attribute.type()) {
            case OBJECT -> texts(reply);
            case STRING -> new ModelNode(field(reply).asString());
            case INT -> new ModelNode(field(reply).asInt());
            case LONG -> new ModelNode(field(reply).asLong());
            case BOOLEAN -> new ModelNode(field(reply).asBoolean());
        };
    }

    private ModelNode field(ModelNode reply) {
        return reply.require(attribute.name());
    }

    /** A list of things with a name and a value becomes values by name. */
    private static ModelNode texts(ModelNode list) {
        ModelNode texts = new ModelNode().setEmptyObject();
        list.asList().forEach(thing -> texts.get(thing.require("name").asString())
                .set(thing.require("value").asString()));
        return texts;
    }
}
