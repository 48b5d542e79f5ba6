package dev.b3lb.user;

import dev.b3lb.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads metrics by a name and a password that stand in the settings. The password is known in clear, so nothing has
 * to be hashed.
 */
final class MetricsUser {

    private final String username;
    private final byte[] password;

    private MetricsUser(String username, String password) {
        this.username = username;
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    /** The one of the settings, if there is one. */
    static Optional<MetricsUser> of(Settings settings) {
        return settings.get(Settings.METRICS_USER).flatMap(name -> settings.get(Settings.METRICS_PASSWORD)
                .map(password -> new MetricsUser(name, password)));
    }

    /** Whether this is the name, in any case, and the password; how long it takes does not tell how much is right. */
    boolean is(String name, String itsPassword) {
        return MessageDigest.isEqual(itsPassword.getBytes(StandardCharsets.UTF_8), password)
                && KnownUsers.folded(name).equals(KnownUsers.folded(username));
    }

    /** May read metrics, and nothing else. */
    Identity identity() {
        return new Identity(username, Set.of(AdminRole.METRICS));
    }

    /** The name alone. */
    @Override
    public String toString() {
        return username;
    }
}
