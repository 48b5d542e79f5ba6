package dev.b3lb.web.login;

import static java.util.stream.Collectors.toSet;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.Identity;
import dev.b3lb.user.Logins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;

/** The users of console and REST API, as Jakarta Security asks for them. Their groups are the words of their roles. */
@ApplicationScoped
public class UserStore implements IdentityStore {

    private final Logins logins;

    @Inject
    UserStore(Logins logins) {
        this.logins = logins;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof PasswordCredential shown) {
            return result(logins.byPassword(shown.attempt(), shown.password()));
        }
        if (credential instanceof TokenCredential shown) {
            return result(logins.byToken(shown.attempt(), shown.token()));
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult result(Optional<Identity> identity) {
        return identity.map(known -> new CredentialValidationResult(
                        known.username(),
                        known.roles().stream().map(AdminRole::word).collect(toSet())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
