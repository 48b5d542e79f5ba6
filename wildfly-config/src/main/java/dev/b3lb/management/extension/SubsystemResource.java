package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.ResourceAttribute;
import java.util.List;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.ReloadRequiredRemoveStepHandler;
import org.jboss.as.controller.ReloadRequiredWriteAttributeHandler;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.operations.common.GenericSubsystemDescribeHandler;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** The resource {@code /subsystem=b3lb}. */
final class SubsystemResource extends SimpleResourceDefinition {

    static final PathElement PATH = PathElement.pathElement("subsystem", B3lbExtension.NAME);

    /** Name of the deployment without which the server stops; empty for none. */
    static final SimpleAttributeDefinition REQUIRED_DEPLOYMENT = SimpleAttributeDefinitionBuilder.create(
                    "required-deployment", ModelType.STRING, true)
            .setAllowExpression(true)
            .setMinSize(0)
            .setDefaultValue(new ModelNode("b3lb.ear"))
            .setRestartAllServices()
            .build();

    private final Catalogue catalogue;
    private final List<ResourceAttribute> attributes;
    private final Callers callers;
    private final Application application = new Application();

    SubsystemResource(Catalogue catalogue, List<ResourceAttribute> attributes) {
        super(new Parameters(PATH, new CatalogueTexts(catalogue, attributes))
                .setAddHandler(new SubsystemAdd())
                .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE));
        this.catalogue = catalogue;
        this.attributes = attributes;
        callers = new Callers(catalogue);
    }

    @Override
    public void registerAttributes(ManagementResourceRegistration resource) {
        resource.registerReadWriteAttribute(REQUIRED_DEPLOYMENT, null, ReloadRequiredWriteAttributeHandler.INSTANCE);
        for (ResourceAttribute attribute : attributes) {
            resource.registerReadOnlyAttribute(
                    AttributeDefinitions.of(attribute), new AttributeRead(attribute, callers, application));
        }
    }

    @Override
    public void registerOperations(ManagementResourceRegistration resource) {
        super.registerOperations(resource);
        resource.registerOperationHandler(
                GenericSubsystemDescribeHandler.DEFINITION, GenericSubsystemDescribeHandler.INSTANCE);
        for (Operation operation : catalogue.operations()) {
            resource.registerOperationHandler(
                    OperationDefinitions.of(operation, getResourceDescriptionResolver()),
                    new OperationCall(operation, callers, application));
        }
    }
}
