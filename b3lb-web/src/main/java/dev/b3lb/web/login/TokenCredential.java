package dev.b3lb.web.login;

import dev.b3lb.user.LoginAttempt;
import jakarta.security.enterprise.credential.Credential;

/**
 * A token, and where it comes from.
 *
 * @param token as it was given
 */
record TokenCredential(LoginAttempt attempt, String token) implements Credential {

    @Override
    public String toString() {
        return "TokenCredential[" + attempt + "]";
    }
}
