package dev.b3lb.management.extension;

import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.stream.Stream;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.access.management.SensitiveTargetAccessConstraintDefinition;
import org.jboss.as.controller.descriptions.ModelDescriptionConstants;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/**
 * Turns entries of the catalogue into WildFly's definitions. Our roles become WildFly's: what a viewer may ask for is
 * read-only (Monitor), what an operator may is a runtime operation (Operator), what only an admin may is sensitive
 * (Administrator).
 */
final class OperationDefinitions {

    private OperationDefinitions() {}

    static OperationDefinition of(Operation operation, ResourceDescriptionResolver texts) {
        SimpleOperationDefinitionBuilder definition = new SimpleOperationDefinitionBuilder(operation.name(), texts)
                .setRuntimeOnly()
                .setParameters(operation.parameters().stream()
                        .flatMap(OperationDefinitions::toDefinitions)
                        .toArray(AttributeDefinition[]::new));
        switch (operation.reply()) {
            case OBJECT -> definition.setReplyType(ModelType.OBJECT);
            case LIST -> definition.setReplyType(ModelType.LIST).setReplyValueType(ModelType.OBJECT);
        }
        if (!operation.changes()) {
            definition.setReadOnly();
        }
        if (operation.role().equals("admin")) {
            definition.addAccessConstraint(SensitiveTargetAccessConstraintDefinition.CREDENTIAL);
        }
        return definition.build();
    }

    private static Stream<AttributeDefinition> toDefinitions(Parameter parameter) {
        return parameter.isHidden()
                ? Stream.of(toDefinition(parameter), toStream(parameter))
                : Stream.of(toDefinition(parameter));
    }

    /** The CLI sends a file as a stream if these descriptors say so. */
    private static AttributeDefinition toStream(Parameter parameter) {
        return SimpleAttributeDefinitionBuilder.create(parameter.streamName(), ModelType.INT, !parameter.required())
                .setAlternatives(parameter.name())
                .addArbitraryDescriptor(ModelDescriptionConstants.FILESYSTEM_PATH, ModelNode.TRUE)
                .addArbitraryDescriptor(ModelDescriptionConstants.ATTACHED_STREAMS, ModelNode.TRUE)
                .build();
    }

    private static AttributeDefinition toDefinition(Parameter parameter) {
        SimpleAttributeDefinitionBuilder definition = SimpleAttributeDefinitionBuilder.create(
                parameter.name(), toModelType(parameter.type()), !parameter.required());
        if (!parameter.required()) {
            // Empty text takes a value away
            definition.setMinSize(0);
        }
        if (parameter.type() == Parameter.Type.INT) {
            definition.setValidator(new IntRangeValidator(
                    parameter.range().least(), parameter.range().most(), !parameter.required(), false));
        }
        if (!parameter.allowed().isEmpty()) {
            definition.setAllowedValues(parameter.allowed().toArray(String[]::new));
        }
        if (parameter.isHidden()) {
            definition.setAlternatives(parameter.streamName());
            definition.addAccessConstraint(SensitiveTargetAccessConstraintDefinition.CREDENTIAL);
        }
        return definition.build();
    }

    private static ModelType toModelType(Parameter.Type type) {
        return switch (type) {
            case STRING, FILE -> ModelType.STRING;
            case INT -> ModelType.INT;
            case DOUBLE -> ModelType.DOUBLE;
            case BOOLEAN -> ModelType.BOOLEAN;
        };
    }

    /** {@return whether a value is one value, not a list, an object or nothing} */
    static boolean isSingleValue(ModelNode value) {
        return switch (value.getType()) {
            case LIST, OBJECT, PROPERTY, UNDEFINED -> false;
            default -> true;
        };
    }
}
