package dev.b3lb.user;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a program logs in with in a user's place. It is made and taken away, never changed. */
@Entity
@Table(name = "admin_token")
public class AdminToken {

    @Id
    private UUID id;

    @NotNull
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", updatable = false)
    private AdminUser user;

    @NotNull
    @Pattern(regexp = "[^\\p{Cntrl}]{1,100}", message = "a token's name has 1 to 100 printable characters")
    @Column(updatable = false)
    private String name;

    @NotNull
    @Pattern(regexp = "[0-9a-f]{64}", message = "token-hash is a SHA-256 in hex: 64 of 0-9 and a-f")
    @Column(updatable = false)
    private String hash;

    @NotNull
    @Convert(converter = RolesConverter.class)
    @Column(updatable = false)
    private Set<AdminRole> scope;

    @NotNull
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    /** Written past JPA, by {@link TokenUses}. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    /** For JPA. */
    protected AdminToken() {}

    /**
     * A token.
     *
     * @param hash what {@link TokenTexts#hash} makes of its text
     * @param scope the roles that it has as long as its user has them; empty for all of the user's
     * @param expiresAt when it is no longer valid; empty for never
     */
    public AdminToken(
            UUID id,
            AdminUser user,
            String name,
            String hash,
            Set<AdminRole> scope,
            Instant createdAt,
            Optional<Instant> expiresAt) {
        this.id = id;
        this.user = user;
        this.name = name;
        this.hash = hash;
        this.scope = Set.copyOf(scope);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt.orElse(null);
    }

    public UUID getId() {
        return id;
    }

    public AdminUser getUser() {
        return user;
    }

    public String getName() {
        return name;
    }

    /** The SHA-256 of its text in hex. For exports only, never for logs and people. */
    public String getHash() {
        return hash;
    }

    /** Its roles, as long as the user has them; empty for all of the user's. */
    public Set<AdminRole> getScope() {
        return scope;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** When it is no longer valid; empty for never. */
    public Optional<Instant> getExpiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** When it was used, about to the minute; empty if it was not. */
    public Optional<Instant> getLastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
