package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;

/**
 * A user of WildFly's management interface.
 *
 * @param name letters and digits
 * @param password what the user types
 */
public record ManagementUser(String name, String password) {

    /** WildFly's realm for these users; it is part of what is hashed. */
    private static final String REALM = "ManagementRealm";

    /** Adds the user to the configuration directory of a server that is not running. */
    void addTo(Path configuration) throws IOException {
        Files.writeString(
                configuration.resolve("mgmt-users.properties"),
                System.lineSeparator() + name + "=" + hash() + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The form in which WildFly stores the password, which is that of HTTP digest authentication. */
    String hash() {
        try {
            byte[] text = (name + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells a client who it is. */
    void answer(Callback[] questions) throws UnsupportedCallbackException {
        for (Callback question : questions) {
            if (question instanceof RealmCallback realm) {
                realm.setText(realm.getDefaultText());
            } else if (question instanceof NameCallback itsName) {
                itsName.setName(name);
            } else if (question instanceof PasswordCallback itsPassword) {
                itsPassword.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(question);
            }
        }
    }

    @Override
    public String toString() {
        return "ManagementUser[" + name + "]";
    }
}
