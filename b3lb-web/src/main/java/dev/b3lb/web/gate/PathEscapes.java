package dev.b3lb.web.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The escapes in a path, such as {@code %20}. */
final class PathEscapes {

    private static final int LENGTH = 3;

    private PathEscapes() {}

    /** Whether all of them are two hexadecimal digits, and UTF-8 together. */
    static boolean areReadable(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (at < path.length() && path.charAt(at) == '%') {
                if (!isEscape(path, at)) {
                    return false;
                }
                bytes.write(Integer.parseInt(path, at + 1, at + LENGTH, 16));
                at += LENGTH;
            }
            if (!isUtf8(bytes.toByteArray())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String path, int at) {
        return at + LENGTH <= path.length() && isHex(path.charAt(at + 1)) && isHex(path.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
