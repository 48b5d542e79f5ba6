package dev.b3lb.web.login;

import dev.b3lb.trace.RequestScope;
import dev.b3lb.web.peer.Peers;
import dev.b3lb.web.trace.IncomingRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Finds out who sends a request to something under {@code /admin}. The container asks for each request, so for any other
 * path it looks at the path and nothing else.
 *
 * <p>It never answers a request itself: {@link AdminGate} does, behind the filters that look after clients who do not
 * send what they announced. Until then a refusal travels with the request.
 */
@ApplicationScoped
public class AdminLogin implements HttpAuthenticationMechanism {

    private final HeaderLogin headers;
    private final Peers peers;
    private final IncomingRequests requests;

    @Inject
    AdminLogin(HeaderLogin headers, Peers peers, IncomingRequests requests) {
        this.headers = headers;
        this.peers = peers;
        this.requests = requests;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI();
        if (!AdminPaths.isAdmin(path) || !peers.isForBaseDomain(request)) {
            return context.doNothing();
        }
        try (RequestScope scope = requests.open(request, response)) { // this comes before all filters
            return AdminPaths.isApi(path) ? byHeader(request, context) : bySession(context);
        }
    }

    /** The REST API takes the header and nothing else. */
    private AuthenticationStatus byHeader(HttpServletRequest request, HttpMessageContext context) {
        HeaderLogin.Outcome outcome = headers.logIn(request);
        if (outcome instanceof HeaderLogin.Entered entered) {
            return context.notifyContainerAboutLogin(entered.identity());
        }
        ((HeaderLogin.Refused) outcome).refusal().leaveWith(request);
        return context.doNothing();
    }

    /** The place of the console's log-in, by form and session; there are no pages yet, so nobody is logged in. */
    private static AuthenticationStatus bySession(HttpMessageContext context) {
        return context.doNothing();
    }
}
