package dev.b3lb.web.gate;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts the {@link Gate} before the whole web application. Undertow finds this class by its service file. */
public final class GateExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> new Gate(next, () -> GateParts.of(context)));
    }
}
