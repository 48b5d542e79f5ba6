package dev.b3lb.web.login;

import dev.b3lb.user.LoginAttempt;
import dev.b3lb.user.LoginThrottle;
import dev.b3lb.user.TooManyLoginsException;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out who sends a request to something under {@code /admin}. The container asks for each request, so for any other
 * path it looks at the path and nothing else.
 *
 * <p>It never answers a request itself: {@link AdminGate} does, behind the filters that look after clients who do not
 * send what they announced. Until then a refusal travels with the request.
 */
@ApplicationScoped
public class AdminLogin implements HttpAuthenticationMechanism {

    private final IdentityStoreHandler stores;
    private final LoginThrottle throttle;
    private final Peers peers;

    @Inject
    AdminLogin(IdentityStoreHandler stores, LoginThrottle throttle, Peers peers) {
        this.stores = stores;
        this.throttle = throttle;
        this.peers = peers;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI();
        if (!AdminPaths.isAdmin(path) || !peers.isForBaseDomain(request)) {
            return context.doNothing();
        }
        return AdminPaths.isApi(path) ? byHeader(request, context) : bySession(context);
    }

    /** The REST API takes the header and nothing else: no session, no cookie. */
    private AuthenticationStatus byHeader(HttpServletRequest request, HttpMessageContext context) {
        Optional<AuthorizationHeader> header = AuthorizationHeader.parse(request.getHeader("Authorization"));
        if (header.isEmpty()) {
            return refuse(request, context, new Refusal.Unknown("Log in with a token or with name and password."));
        }
        if (header.get() instanceof AuthorizationHeader.Basic basic) {
            LoginAttempt attempt = LoginAttempt.byPassword(basic.username(), peers.client(request));
            Optional<Duration> pause = throttle.pause(attempt);
            return pause.isPresent()
                    ? refuse(request, context, new Refusal.Paused(pause.get()))
                    : ask(request, context, new PasswordCredential(attempt, basic.password()), attempt);
        }
        if (header.get() instanceof AuthorizationHeader.Bearer bearer) {
            LoginAttempt attempt = LoginAttempt.byToken(peers.client(request));
            return ask(request, context, new TokenCredential(attempt, bearer.token()), attempt);
        }
        return refuse(
                request,
                context,
                new Refusal.Unknown("The Authorization header must be 'Bearer', a space and a token, or 'Basic', a"
                        + " space and name:password as base64."));
    }

    private AuthenticationStatus ask(
            HttpServletRequest request, HttpMessageContext context, Credential credential, LoginAttempt attempt) {
        Optional<Duration> pause = throttle.pause(attempt);
        try {
            CredentialValidationResult result = stores.validate(credential);
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : refuse(request, context, invalid(pause));
        } catch (TooManyLoginsException busy) {
            return refuse(request, context, new Refusal.Busy());
        }
    }

    /** A right token is taken in a pause too, for it cannot have been guessed; a wrong one has to wait. */
    private static Refusal invalid(Optional<Duration> pause) {
        return pause.<Refusal>map(Refusal.Paused::new)
                .orElseGet(() -> new Refusal.Unknown("The token, or name and password, are not valid."));
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpMessageContext context, Refusal refusal) {
        refusal.leaveWith(request);
        return context.doNothing();
    }

    /** The place of the console's log-in, by form and session; there are no pages yet, so nobody is logged in. */
    private static AuthenticationStatus bySession(HttpMessageContext context) {
        return context.doNothing();
    }
}
