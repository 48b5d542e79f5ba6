package dev.b3lb.configuration;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.KnownToken;
import dev.b3lb.user.KnownUser;
import dev.b3lb.user.KnownUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads who may log in. */
final class UserReader {

    /** A row; public because Jdbi builds it. */
    public record UserRow(UUID id, int version, String username, String passwordHash, String roles, boolean enabled) {

        private KnownUser known() {
            return new KnownUser(id, version, username, passwordHash, AdminRole.parse(roles), enabled);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "UserRow[" + username + "]";
        }
    }

    /** A row; public because Jdbi builds it. */
    public record TokenRow(UUID id, UUID userId, String hash, String scope, Optional<Instant> expiresAt) {

        private KnownToken known() {
            return new KnownToken(id, userId, hash, AdminRole.parse(scope), expiresAt);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "TokenRow[" + id + "]";
        }
    }

    private UserReader() {}

    /** Tokens are read first: one that is added meanwhile is missing, and never without its user. */
    static KnownUsers users(Handle handle) {
        List<KnownToken> tokens = handle
                .createQuery("select id, user_id, hash, scope, expires_at from admin_token")
                .map(ConstructorMapper.of(TokenRow.class))
                .list()
                .stream()
                .map(TokenRow::known)
                .toList();
        List<KnownUser> users = handle
                .createQuery("select id, version, username, password_hash, roles, enabled from admin_user")
                .map(ConstructorMapper.of(UserRow.class))
                .list()
                .stream()
                .map(UserRow::known)
                .toList();
        return new KnownUsers(users, tokens);
    }
}
