package dev.b3lb.web.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a client shows to log in, as the Authorization header has it. */
sealed interface AuthorizationHeader {

    /** The user's name and password. Its text shows neither. */
    record Basic(String username, String password) implements AuthorizationHeader {

        @Override
        public String toString() {
            return "Basic";
        }
    }

    /** A token. Its text does not show it. */
    record Bearer(String token) implements AuthorizationHeader {

        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** Something else. */
    record Unreadable() implements AuthorizationHeader {}

    /** Reads the header's value; nothing is there when there is no header. */
    static Optional<AuthorizationHeader> parse(String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String[] words = value.strip().split(" +", 2);
        if (words.length == 2 && words[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(new Bearer(words[1]));
        }
        return Optional.of(
                words.length == 2 && words[0].equalsIgnoreCase("Basic")
                        ? basic(words[1]).orElseGet(Unreadable::new)
                        : new Unreadable());
    }

    private static Optional<AuthorizationHeader> basic(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Basic(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }
}
