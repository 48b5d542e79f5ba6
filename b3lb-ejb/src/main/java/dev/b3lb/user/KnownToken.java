package dev.b3lb.user;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A token as log-ins see it.
 *
 * @param id the token's id
 * @param userId whose it is
 * @param hash the SHA-256 of its text in hex
 * @param scope the roles that it has as long as its user has them; empty for all of the user's
 * @param expiresAt when it is no longer valid; empty for never
 */
public record KnownToken(UUID id, UUID userId, String hash, Set<AdminRole> scope, Optional<Instant> expiresAt) {

    /** Keeps its own copy of the roles. */
    public KnownToken {
        scope = Set.copyOf(scope);
    }

    /** Whether it is still valid at a moment. */
    boolean isValidAt(Instant moment) {
        return expiresAt.filter(end -> !moment.isBefore(end)).isEmpty();
    }

    /** What it allows now that its user has these roles. */
    Set<AdminRole> rolesOf(KnownUser user) {
        return scope.isEmpty()
                ? user.roles()
                : user.roles().stream()
                        .flatMap(role -> role.included().stream())
                        .filter(scope::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "token " + id;
    }
}
