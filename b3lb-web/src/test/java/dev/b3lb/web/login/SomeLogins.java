package dev.b3lb.web.login;

import dev.b3lb.settings.SomeSettings;
import dev.b3lb.user.AdminRole;
import dev.b3lb.user.LoginThrottle;
import dev.b3lb.web.peer.Peers;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Users for tests: each has the name and {@code 's} as its password, and {@code b3lb_} and the name as its token. */
public final class SomeLogins {

    private final Map<String, Set<String>> roles = new HashMap<>();

    /** Adds a user. */
    public SomeLogins with(String name, AdminRole... itsRoles) {
        roles.put(name, Stream.of(itsRoles).map(AdminRole::word).collect(Collectors.toSet()));
        return this;
    }

    /** The log-in of these users. */
    public HeaderLogin logIn() {
        return new HeaderLogin(this::validate, new LoginThrottle(() -> 0), new Peers(SomeSettings.with()));
    }

    /** The header of a user's name and a password. */
    public static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private CredentialValidationResult validate(Credential credential) {
        return roles.keySet().stream()
                .filter(name -> isOf(name, credential))
                .findFirst()
                .map(name -> new CredentialValidationResult(name, roles.get(name)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static boolean isOf(String name, Credential credential) {
        if (credential instanceof PasswordCredential shown) {
            return shown.attempt().username().orElseThrow().equals(name)
                    && shown.password().equals(name + "'s");
        }
        return credential instanceof TokenCredential shown && shown.token().equals("b3lb_" + name);
    }
}
