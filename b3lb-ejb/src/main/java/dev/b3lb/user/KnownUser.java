package dev.b3lb.user;

import java.util.Set;
import java.util.UUID;

/**
 * A user as log-ins see it.
 *
 * @param id the user's id
 * @param version changes with each change of the user
 * @param username as it was given, in any case
 * @param passwordHash what the password has become
 * @param roles what the user may do
 * @param enabled whether the user may log in at all
 */
public record KnownUser(
        UUID id, int version, String username, String passwordHash, Set<AdminRole> roles, boolean enabled) {

    /** Keeps its own copy of the roles. */
    public KnownUser {
        roles = Set.copyOf(roles);
    }

    /** The name alone. */
    @Override
    public String toString() {
        return username;
    }
}
