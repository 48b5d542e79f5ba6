package dev.b3lb.web.login;

import dev.b3lb.web.peer.OwnOrigins;
import dev.b3lb.web.peer.Peers;
import dev.b3lb.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/**
 * Lets nobody in to a resource under {@code /admin} who is not logged in, or who asked on a tenant's host. It belongs to
 * the resources, not to paths, so no spelling of a path leads around it. {@link AdminGates} puts it there.
 */
@ApplicationScoped
public class AdminGate implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What browsers say of requests that no page of another site has made. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Inject
    private Peers peers;

    @Inject
    private OwnOrigins ownOrigins;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        objection(context).ifPresent(context::abortWith);
    }

    private Optional<Response> objection(ContainerRequestContext context) {
        if (!peers.isForBaseDomain(request)) {
            return Optional.of(Refusal.NOTHING_HERE.response());
        }
        if (request.getUserPrincipal() == null) {
            return Optional.of(Refusal.of(request).orElse(Refusal.NOTHING_SHOWN).response());
        }
        return isOfAnotherSite(context)
                ? Optional.of(
                        Problem.of(Response.Status.FORBIDDEN, "A page of another site may not change anything here.")
                                .response()
                                .build())
                : Optional.empty();
    }

    /**
     * A browser that remembers name and password would send them along with another site's form. Browsers say of each
     * request from where it comes, or, to servers without TLS and if they are old, at least the page's origin. What says
     * neither is sent by a program, which sends what it is told to.
     */
    private boolean isOfAnotherSite(ContainerRequestContext context) {
        if (READING.contains(context.getMethod())) {
            return false;
        }
        String site = context.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        String origin = context.getHeaderString("Origin");
        return origin != null && !ownOrigins.include(origin, request);
    }
}
