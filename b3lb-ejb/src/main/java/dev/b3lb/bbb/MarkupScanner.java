package dev.b3lb.bbb;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds tags in XML that need not be well-formed: names may be any bytes, and a tag that never ends is over where the
 * next one begins. CDATA sections are text; comments and processing instructions, which no node sends, are tags, so
 * that what only looks like the beginning of one hides nothing. For encodings that hold ASCII. Gives up when there is
 * no tag within 4 MiB.
 */
final class MarkupScanner {

    private static final int END = -1;
    private static final int LARGEST = 4 << 20;

    private final InputStream bytes;
    private boolean tagBegun;

    MarkupScanner(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
    }

    /**
     * A tag and what stands before it.
     *
     * @param text all since the tag before
     * @param tag the tag as it is written; empty at the end
     * @param name what it begins with up to the first white space; an end tag's has a slash before it
     */
    record Tag(byte[] text, byte[] tag, String name) {

        boolean isLast() {
            return tag.length == 0;
        }

        /** Whether it is an element by itself. */
        boolean isWhole() {
            return tag.length > 1 && tag[tag.length - 2] == '/';
        }

        /** Whether there is nothing but white space before it. */
        boolean followsAtOnce() {
            for (byte one : text) {
                if (one < 0 || one > ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The next tag.
     *
     * @throws IOException also if there is none within 4 MiB
     */
    Tag next() throws IOException {
        Buffer text = new Buffer();
        while (true) {
            if (!tagBegun && !passTo('<', text)) {
                return new Tag(text.toByteArray(), new byte[0], "");
            }
            tagBegun = false;
            Buffer tag = tag();
            if (!tag.isText()) {
                return new Tag(text.toByteArray(), tag.toByteArray(), tag.name());
            }
            tag.writeInto(text);
        }
    }

    /** Passes bytes on up to one that is not passed on; whether there was one. */
    private boolean passTo(int end, Buffer text) throws IOException {
        int next = bytes.read();
        while (next != END && next != end) {
            text.take(next);
            next = bytes.read();
        }
        return next == end;
    }

    private Buffer tag() throws IOException {
        Buffer tag = new Buffer();
        tag.write('<');
        for (int next = bytes.read(); next != END; next = bytes.read()) {
            if (next == '<' && !tag.isText()) {
                tagBegun = true;
                return tag;
            }
            tag.take(next);
            if (next == '>' && tag.isComplete()) {
                return tag;
            }
        }
        return tag;
    }

    /** What has been read of a tag, or of what looks like one at first. */
    private static final class Buffer extends ByteArrayOutputStream {

        private static final String CDATA = "<![CDATA[";

        void take(int one) throws IOException {
            if (count == LARGEST) {
                throw new IOException("There is no tag within " + LARGEST + " bytes");
            }
            write(one);
        }

        boolean isText() {
            return begins(CDATA);
        }

        boolean isComplete() {
            return !isText() || ends("]]>");
        }

        private boolean begins(String text) {
            return count >= text.length() && holds(text, 0);
        }

        private boolean ends(String text) {
            return count >= text.length() && holds(text, count - text.length());
        }

        private boolean holds(String text, int offset) {
            for (int i = 0; i < text.length(); i++) {
                if (buf[offset + i] != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        String name() {
            int end = 1;
            while (end < count
                    && buf[end] != '>'
                    && (buf[end] < 0 || buf[end] > ' ')
                    && (end == 1 || buf[end] != '/')) {
                end++;
            }
            return new String(buf, 1, end - 1, StandardCharsets.ISO_8859_1);
        }

        void writeInto(Buffer other) {
            other.write(buf, 0, count);
        }
    }
}
