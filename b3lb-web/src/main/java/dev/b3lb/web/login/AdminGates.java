package dev.b3lb.web.login;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts {@link AdminGate} before all resources whose path begins with {@code admin}, and before no other. */
@Provider
public class AdminGates implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        if (path != null && AdminPaths.isAdmin("/" + path.value().replaceFirst("^/+", ""))) {
            context.register(AdminGate.class);
        }
    }
}
