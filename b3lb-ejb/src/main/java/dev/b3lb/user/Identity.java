package dev.b3lb.user;

import java.util.Set;

/**
 * Who has logged in.
 *
 * @param username the user's name, as it was given when the user was added
 * @param roles what this log-in allows
 */
public record Identity(String username, Set<AdminRole> roles) {

    /** Keeps its own copy of the roles. */
    public Identity {
        roles = Set.copyOf(roles);
    }
}
