package dev.b3lb.web.login;

import dev.b3lb.user.LoginAttempt;
import jakarta.security.enterprise.credential.Credential;

/**
 * A name and a password, and where they come from.
 *
 * @param attempt with the name
 * @param password as it was given
 */
record PasswordCredential(LoginAttempt attempt, String password) implements Credential {

    @Override
    public String toString() {
        return "PasswordCredential[" + attempt + "]";
    }
}
