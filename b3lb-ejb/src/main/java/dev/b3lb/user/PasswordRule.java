package dev.b3lb.user;

import java.util.Optional;

/** Which passwords are good enough. */
public final class PasswordRule {

    private static final int LEAST = 12;
    private static final int MOST = 256;

    private PasswordRule() {}

    /** What is wrong with a password for a user, as a sentence without the password; empty when nothing is. */
    public static Optional<String> complaint(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (password.isBlank() || length < LEAST || length > MOST) {
            return Optional.of("A password has " + LEAST + " to " + MOST + " characters.");
        }
        return password.equalsIgnoreCase(username)
                ? Optional.of("The password must not be the user's name.")
                : Optional.empty();
    }
}
