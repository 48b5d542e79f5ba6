package dev.b3lb.management.extension;

import java.util.function.Supplier;
import org.jboss.as.controller.AbstractBoottimeAddStepHandler;
import org.jboss.as.controller.CapabilityServiceBuilder;
import org.jboss.as.controller.ModelControllerClientFactory;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.ProcessStateNotifier;
import org.jboss.dmr.ModelNode;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceController;

/** Starts what the extension does besides answering, together with the server. */
final class SubsystemAdd extends AbstractBoottimeAddStepHandler {

    @Override
    protected void performBoottime(OperationContext context, ModelNode operation, ModelNode model)
            throws OperationFailedException {
        String deployment = SubsystemResource.REQUIRED_DEPLOYMENT
                .resolveModelAttribute(context, model)
                .asString();
        if (!deployment.isBlank()) {
            watch(deployment, service(context));
        }
        showPools(service(context));
    }

    private static void watch(String deployment, CapabilityServiceBuilder<?> service) {
        Supplier<ProcessStateNotifier> state = service.requires(ProcessStateNotifier.SERVICE_DESCRIPTOR);
        install(service, new DeploymentWatch(deployment, state, clients(service), System::exit));
    }

    private static void showPools(CapabilityServiceBuilder<?> service) {
        install(service, new PoolBeans(clients(service)));
    }

    private static CapabilityServiceBuilder<?> service(OperationContext context) {
        return context.getCapabilityServiceTarget().addService();
    }

    private static Supplier<ModelControllerClientFactory> clients(CapabilityServiceBuilder<?> service) {
        return service.requires(ModelControllerClientFactory.SERVICE_DESCRIPTOR);
    }

    private static void install(CapabilityServiceBuilder<?> service, Service instance) {
        service.setInstance(instance)
                .setInitialMode(ServiceController.Mode.ACTIVE)
                .install();
    }
}
