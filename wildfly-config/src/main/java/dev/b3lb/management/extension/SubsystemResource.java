package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
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

    SubsystemResource(Catalogue catalogue) {
        super(new Parameters(PATH, new CatalogueTexts(catalogue))
                .setAddHandler(new SubsystemAdd())
                .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE));
        this.catalogue = catalogue;
    }

    @Override
    public void registerAttributes(ManagementResourceRegistration resource) {
        resource.registerReadWriteAttribute(REQUIRED_DEPLOYMENT, null, ReloadRequiredWriteAttributeHandler.INSTANCE);
    }

    @Override
    public void registerOperations(ManagementResourceRegistration resource) {
        super.registerOperations(resource);
        resource.registerOperationHandler(
                GenericSubsystemDescribeHandler.DEFINITION, GenericSubsystemDescribeHandler.INSTANCE);
        for (Operation operation : catalogue.operations()) {
            resource.registerOperationHandler(
                    OperationDefinitions.of(operation, getResourceDescriptionResolver()), new OperationCall(operation));
        }
    }
}
