package dev.b3lb.bbb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Lets no tag, comment, CDATA section or processing instruction through that is larger than 256 KiB. Parsers read text
 * piece by piece, but each of these as a whole, at several times its size. For encodings that hold ASCII.
 */
final class MarkupBound extends FilterInputStream {

    private static final int MOST_BYTES = 256 << 10;

    /** How a piece of markup begins and ends. */
    private enum Inside {
        TEXT("", ""),
        TAG("<", ">"),
        INSTRUCTION("<?", "?>"),
        COMMENT("<!--", "-->"),
        CDATA("<![CDA", "]]>");

        final String beginning;
        final String end;

        Inside(String beginning, String end) {
            this.beginning = beginning;
            this.end = end;
        }
    }

    private static final List<Inside> SPECIAL = List.of(Inside.INSTRUCTION, Inside.COMMENT, Inside.CDATA);

    private Inside inside = Inside.TEXT;
    private int size;
    private int quote;

    /** The last eight bytes. */
    private long seen;

    MarkupBound(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            pass(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            pass(buffer[i] & 0xFF);
        }
        return count;
    }

    private void pass(int next) throws IOException {
        seen = seen << Byte.SIZE | next;
        if (inside == Inside.TEXT) {
            if (next == '<') {
                enter(Inside.TAG);
                size = 1;
            }
            return;
        }
        if (++size > MOST_BYTES) {
            throw new IOException("Markup of more than " + MOST_BYTES + " bytes");
        }
        if (inside == Inside.TAG) {
            tag(next);
        } else if (sawNow(inside.end) && size >= inside.beginning.length() + inside.end.length()) {
            enter(Inside.TEXT);
        }
    }

    /** What looks like a tag at first may be something else; in a tag, quotes hide its end. */
    private void tag(int next) {
        for (Inside other : SPECIAL) {
            if (size == other.beginning.length() && sawNow(other.beginning)) {
                enter(other);
                return;
            }
        }
        if (quote == next) {
            quote = 0;
        } else if (quote == 0 && (next == '"' || next == '\'')) {
            quote = next;
        } else if (quote == 0 && next == '>') {
            enter(Inside.TEXT);
        }
    }

    private void enter(Inside other) {
        inside = other;
        quote = 0;
    }

    private boolean sawNow(String text) {
        long packed = 0;
        for (int i = 0; i < text.length(); i++) {
            packed = packed << Byte.SIZE | text.charAt(i);
        }
        long mask = (1L << Byte.SIZE * text.length()) - 1;
        return (seen & mask) == packed;
    }
}
