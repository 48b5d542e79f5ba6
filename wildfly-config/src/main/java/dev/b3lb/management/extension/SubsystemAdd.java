package dev.b3lb.management.extension;

import java.util.function.Supplier;
import org.jboss.as.controller.AbstractBoottimeAddStepHandler;
import org.jboss.as.controller.CapabilityServiceBuilder;
import org.jboss.as.controller.ModelControllerClientFactory;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.ProcessStateNotifier;
import org.jboss.dmr.ModelNode;
import org.jboss.msc.service.ServiceController;

/** Starts the watch over the deployment together with the server. */
final class SubsystemAdd extends AbstractBoottimeAddStepHandler {

    @Override
    protected void performBoottime(OperationContext context, ModelNode operation, ModelNode model)
            throws OperationFailedException {
        String deployment = SubsystemResource.REQUIRED_DEPLOYMENT
                .resolveModelAttribute(context, model)
                .asString();
        if (deployment.isBlank()) {
            return;
        }
        CapabilityServiceBuilder<?> service =
                context.getCapabilityServiceTarget().addService();
        Supplier<ProcessStateNotifier> state = service.requires(ProcessStateNotifier.SERVICE_DESCRIPTOR);
        Supplier<ModelControllerClientFactory> clients =
                service.requires(ModelControllerClientFactory.SERVICE_DESCRIPTOR);
        service.setInstance(new DeploymentWatch(deployment, state, clients, System::exit))
                .setInitialMode(ServiceController.Mode.ACTIVE)
                .install();
    }
}
