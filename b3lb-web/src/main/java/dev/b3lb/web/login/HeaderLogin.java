package dev.b3lb.web.login;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.LoginAttempt;
import dev.b3lb.user.LoginThrottle;
import dev.b3lb.user.TooManyLoginsException;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logging in by the Authorization header, with a token or with name and password. It is the one way for all that
 * programs ask for: no session, no cookie, and failures count wherever they happened.
 */
@ApplicationScoped
public class HeaderLogin {

    private final IdentityStoreHandler stores;
    private final LoginThrottle throttle;
    private final Peers peers;

    @Inject
    HeaderLogin(IdentityStoreHandler stores, LoginThrottle throttle, Peers peers) {
        this.stores = stores;
        this.throttle = throttle;
        this.peers = peers;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** It is somebody whom we know. */
    public record Entered(CredentialValidationResult identity) implements Outcome {

        /** Whether the roles that this log-in has include one. */
        public boolean includes(AdminRole role) {
            return Stream.of(AdminRole.values())
                    .filter(held -> identity.getCallerGroups().contains(held.word()))
                    .anyMatch(held -> held.included().contains(role));
        }
    }

    /** It is not. */
    public record Refused(Refusal refusal) implements Outcome {}

    /** Finds out who sends a request. */
    public Outcome logIn(HttpServletRequest request) {
        Optional<AuthorizationHeader> header = AuthorizationHeader.parse(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (header.isEmpty()) {
            return new Refused(Refusal.NOTHING_SHOWN);
        }
        if (header.get() instanceof AuthorizationHeader.Basic basic) {
            LoginAttempt attempt = LoginAttempt.byPassword(basic.username(), peers.client(request));
            return throttle.pause(attempt)
                    .<Outcome>map(pause -> new Refused(new Refusal.Paused(pause)))
                    .orElseGet(() -> ask(new PasswordCredential(attempt, basic.password()), attempt));
        }
        if (header.get() instanceof AuthorizationHeader.Bearer bearer) {
            LoginAttempt attempt = LoginAttempt.byToken(peers.client(request));
            return ask(new TokenCredential(attempt, bearer.token()), attempt);
        }
        return new Refused(new Refusal.Unknown("The Authorization header must be 'Bearer', a space and a token, or"
                + " 'Basic', a space and name:password as base64."));
    }

    private Outcome ask(Credential credential, LoginAttempt attempt) {
        Optional<Duration> pause = throttle.pause(attempt);
        try {
            CredentialValidationResult result = stores.validate(credential);
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? new Entered(result)
                    : new Refused(invalid(pause));
        } catch (TooManyLoginsException busy) {
            return new Refused(new Refusal.Busy());
        }
    }

    /** A right token is taken in a pause too, for it cannot have been guessed; a wrong one has to wait. */
    private static Refusal invalid(Optional<Duration> pause) {
        return pause.<Refusal>map(Refusal.Paused::new)
                .orElseGet(() -> new Refusal.Unknown("The token, or name and password, are not valid."));
    }
}
