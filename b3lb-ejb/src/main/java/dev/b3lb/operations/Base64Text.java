package dev.b3lb.operations;

import java.util.Base64;
import java.util.Optional;

/** Contents of files as text, as programs write them: in one line or in many. */
public final class Base64Text {

    private Base64Text() {}

    /**
     * The content.
     *
     * @param parameter where the text stands
     * @return empty when there are more bytes than that
     * @throws RefusedException when the text is something else
     */
    public static Optional<byte[]> decode(String parameter, String text, int mostBytes) {
        String packed = isSpaced(text) ? text.replaceAll("\\s", "") : text;
        if (packed.length() > 4L * (mostBytes / 3 + 1)) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getDecoder().decode(packed);
            return content.length > mostBytes ? Optional.empty() : Optional.of(content);
        } catch (IllegalArgumentException otherwise) {
            throw new RefusedException(
                    parameter + " is not base64; this is the content of a file, not its name. b3lb.sh takes a name.");
        }
    }

    private static boolean isSpaced(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }
}
