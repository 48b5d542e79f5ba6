package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordHashingTest {

    private static final String SALT_AND_KEY = ":MDEyMzQ1Njc4OWFiY2RlZg==:MDEyMzQ1Njc4OWFiY2RlZg==";

    private final PasswordHashing hashing = new PasswordHashing(new Pbkdf2PasswordHashImpl());

    @Test
    void only_the_password_matches_what_was_made_of_it() {
        String stored = hashing.hash("correct horse bättery");

        assertThat(hashing.matches("correct horse bättery", stored)).isTrue();
        assertThat(hashing.matches("correct horse battery", stored)).isFalse();
        assertThat(hashing.matches("", stored)).isFalse();
    }

    @Test
    void the_stored_text_tells_how_it_was_made_and_can_be_stored_again() {
        String stored = hashing.hash("correct horse battery");

        assertThat(stored).startsWith("PBKDF2WithHmacSHA512:210000:").doesNotContain("horse");
        assertThat(PasswordHashing.isStored(stored)).isTrue();
        assertThat(hashing.hash("correct horse battery")).isNotEqualTo(stored);
    }

    @Test
    void what_was_made_in_another_way_stays_valid() {
        String older = "PBKDF2WithHmacSHA256:100000:MDEyMzQ1Njc4OWFiY2RlZg==:" + sha256("correct horse battery");

        assertThat(PasswordHashing.isStored(older)).isTrue();
        assertThat(hashing.matches("correct horse battery", older)).isTrue();
        assertThat(hashing.matches("correct horse batterz", older)).isFalse();
    }

    /** Reckoned by the JDK, beside the class that is tested. */
    private static String sha256(String password) {
        try {
            byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 100_000, 256);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "letmein",
                "PBKDF2WithHmacSHA512:210000",
                "PBKDF2WithHmacSHA512:99999" + SALT_AND_KEY,
                "PBKDF2WithHmacSHA512:2000001" + SALT_AND_KEY,
                "PBKDF2WithHmacSHA512:99999999999" + SALT_AND_KEY,
                "PBKDF2WithHmacSHA1:210000" + SALT_AND_KEY,
                "PBKDF2WithHmacSHA512:210000:MDEy:MDEyMzQ1Njc4OWFiY2RlZg==",
                "PBKDF2WithHmacSHA512:210000:MDEyMzQ1Njc4OWFiY2RlZg==:MDEy",
                "PBKDF2WithHmacSHA512:210000:M===:MDEyMzQ1Njc4OWFiY2RlZg==",
            })
    void other_texts_cannot_be_stored(String text) {
        assertThat(PasswordHashing.isStored(text)).isFalse();
    }
}
