package dev.b3lb.management.extension;

import dev.b3lb.management.ResourceAttribute;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleMapAttributeDefinition;
import org.jboss.dmr.ModelType;

/** Turns the attributes that the catalogue lists into WildFly's definitions: read-only, and never stored. */
final class AttributeDefinitions {

    private AttributeDefinitions() {}

    static AttributeDefinition of(ResourceAttribute attribute) {
        return attribute.type() == ResourceAttribute.Type.OBJECT
                ? new SimpleMapAttributeDefinition.Builder(attribute.name(), ModelType.STRING, true)
                        .setStorageRuntime()
                        .build()
                : SimpleAttributeDefinitionBuilder.create(attribute.name(), toModelType(attribute.type()), true)
                        .setStorageRuntime()
                        .build();
    }

    private static ModelType toModelType(ResourceAttribute.Type type) {
        return switch (type) {
            case STRING -> ModelType.STRING;
            case INT -> ModelType.INT;
            case LONG -> ModelType.LONG;
            case BOOLEAN -> ModelType.BOOLEAN;
            case OBJECT -> ModelType.OBJECT;
        };
    }
}
