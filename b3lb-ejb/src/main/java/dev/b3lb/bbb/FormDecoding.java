package dev.b3lb.bbb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decoding of {@code application/x-www-form-urlencoded} text that never fails. */
final class FormDecoding {

    private static final int ESCAPE_LENGTH = 3;

    private FormDecoding() {}

    /**
     * Decodes as UTF-8: {@code +} is a space, an escape that is none stays as it stands, bytes that are no UTF-8 become
     * U+FFFD.
     */
    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            if (isEscape(bytes, at)) {
                decoded.write(hex(bytes[at + 1]) << 4 | hex(bytes[at + 2]));
                at += ESCAPE_LENGTH;
            } else {
                decoded.write(bytes[at] == '+' ? ' ' : bytes[at]);
                at++;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%' && at + 2 < bytes.length && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0;
    }

    private static int hex(byte digit) {
        return Character.digit((char) (digit & 0xFF), 16);
    }
}
