package dev.b3lb.user;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody who may log in to the console and the REST API. */
@Entity
@Table(name = "admin_user")
public class AdminUser {

    @Id
    private UUID id;

    @Version
    private int version;

    /** Basic authentication ends a name at its first colon, and log files are read by people. */
    @NotNull
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}",
            message = "username has 1 to 100 letters, digits and . _ @ + - and begins with a letter or digit")
    private String username;

    @NotNull
    @Size(max = 254, message = "email has at most {max} characters")
    @Pattern(regexp = "|[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+", message = "email is an address such as ada@example.org")
    private String email = "";

    @NotNull
    @Pattern(regexp = "en|de", message = "language is en or de")
    private String language = "en";

    @NotNull
    @Column(name = "password_hash")
    private String passwordHash;

    @NotEmpty(message = "a user has at least one role")
    @Convert(converter = RolesConverter.class)
    private Set<AdminRole> roles;

    private boolean enabled = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected AdminUser() {}

    /**
     * A user who may log in at once.
     *
     * @param passwordHash what {@link PasswordHashing} has made of the password
     */
    public AdminUser(UUID id, String username, String passwordHash, Set<AdminRole> roles, Instant createdAt) {
        this.id = id;
        this.username = username;
        this.passwordHash = passwordHash;
        this.roles = Set.copyOf(roles);
        this.createdAt = createdAt;
    }

    /** How often it has been changed; tells whether somebody else has changed it meanwhile. */
    public int getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public String getEmail() {
        return email;
    }

    /** @param email where to reach the user; empty when it is not known */
    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    /** @param language of the console: en or de */
    public void setLanguage(String language) {
        this.language = language;
    }

    /** What the password has become. For exports only, never for logs and people. */
    public String getPasswordHash() {
        return passwordHash;
    }

    /** @param passwordHash what {@link PasswordHashing} has made of the new password */
    public void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public Set<AdminRole> getRoles() {
        return roles;
    }

    /** @param roles at least one; in force for the user's tokens too */
    public void setRoles(Set<AdminRole> roles) {
        this.roles = Set.copyOf(roles);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** @param enabled whether the user and the user's tokens may log in */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
