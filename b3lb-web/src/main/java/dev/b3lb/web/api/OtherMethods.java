package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses on the API's paths the methods that no call has, before JAX-RS answers them by itself: to OPTIONS it would
 * tell what the resources here are made of.
 */
@Provider
@PreMatching
public class OtherMethods implements ContainerRequestFilter {

    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST");

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!KNOWN.contains(context.getMethod()) && ApiPaths.matches(request)) {
            context.abortWith(ApiResponses.failed(BbbError.UNSUPPORTED_REQUEST));
        }
    }
}
