package dev.b3lb.bbb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What an XML body of a client must not have on its way to a node: a document type, since it may make the node's parser
 * read files and addresses, or an encoding in which one could be hidden. BBB itself reads bodies as UTF-8. Only what
 * comes before the root element is looked at, and nothing of it is kept.
 */
public final class XmlBodyRule {

    private static final int LONGEST_DECLARATION = 1_000;

    /** As many bytes as tell the family of an encoding. */
    private static final int SIGNATURE = 4;

    private XmlBodyRule() {}

    /** The error to answer with; empty if the body may go on, also because it is no XML at all. */
    public static Optional<BbbError> check(NodeRequest.Body body) {
        if (!XmlEncoding.holdsAscii(body.mediaType()) || isWide(body.content())) {
            return Optional.of(BbbError.XML_ENCODING);
        }
        try (InputStream bytes = body.content().open()) {
            return prolog(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory cannot fail
        }
    }

    /** Looks like UTF-16 or UTF-32, with or without a byte order mark, or like EBCDIC. */
    private static boolean isWide(BodyContent content) {
        int signature = 0;
        for (int i = 0; i < SIGNATURE; i++) {
            int next = i < content.length() ? content.at(i) & 0xFF : ' ';
            if (next == 0) {
                return true;
            }
            signature = signature << 8 | next;
        }
        int mark = signature >>> 16;
        return mark == 0xFEFF || mark == 0xFFFE || signature == 0x4C6FA794 || signature == 0xDD736673;
    }

    /** Whatever stands between tags is passed over: what is a blank to some parser may be none to another one. */
    private static Optional<BbbError> prolog(InputStream bytes) throws IOException {
        while (skipTo("<", bytes)) {
            int kind = bytes.read();
            if (kind == '!') {
                if (bytes.read() != '-' || bytes.read() != '-') {
                    return Optional.of(BbbError.XML_DOCUMENT_TYPE);
                }
                skipTo("-->", bytes);
            } else if (kind == '?') {
                if (!passesInstruction(bytes)) {
                    return Optional.of(BbbError.XML_ENCODING);
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a processing instruction does not declare an encoding that is not taken. */
    private static boolean passesInstruction(InputStream bytes) throws IOException {
        StringBuilder start = new StringBuilder();
        int before = 0;
        for (int next = bytes.read(); next >= 0 && !(before == '?' && next == '>'); next = bytes.read()) {
            if (start.length() <= LONGEST_DECLARATION) {
                start.append((char) next);
            }
            before = next;
        }
        boolean declares = start.indexOf("xml") == 0 && start.indexOf("xml-") != 0;
        return !declares || start.length() <= LONGEST_DECLARATION && XmlEncoding.declaresAscii(start.toString());
    }

    /** Reads on behind the next place where the text stands; false if there is none. */
    private static boolean skipTo(String text, InputStream bytes) throws IOException {
        int wanted = text.chars().reduce(0, (packed, c) -> packed << Byte.SIZE | c);
        int mask = (1 << Byte.SIZE * text.length()) - 1;
        int seen = 0;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            seen = (seen << Byte.SIZE | next) & mask;
            if (seen == wanted) {
                return true;
            }
        }
        return false;
    }
}
