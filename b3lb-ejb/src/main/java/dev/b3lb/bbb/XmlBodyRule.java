package dev.b3lb.bbb;

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
        return prolog(new Bytes(body.content()));
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
    private static Optional<BbbError> prolog(Bytes bytes) {
        while (skipTo("<", bytes)) {
            int kind = bytes.next();
            if (kind == '!') {
                if (bytes.next() != '-' || bytes.next() != '-') {
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
    private static boolean passesInstruction(Bytes bytes) {
        StringBuilder start = new StringBuilder();
        int before = 0;
        for (int next = bytes.next(); next >= 0 && !(before == '?' && next == '>'); next = bytes.next()) {
            if (start.length() <= LONGEST_DECLARATION) {
                start.append((char) next);
            }
            before = next;
        }
        boolean declares = start.indexOf("xml") == 0 && start.indexOf("xml-") != 0;
        return !declares || start.length() <= LONGEST_DECLARATION && XmlEncoding.declaresAscii(start.toString());
    }

    /** Reads on behind the next place where the text stands; false if there is none. */
    private static boolean skipTo(String text, Bytes bytes) {
        int wanted = text.chars().reduce(0, (packed, c) -> packed << Byte.SIZE | c);
        int mask = (1 << Byte.SIZE * text.length()) - 1;
        int seen = 0;
        for (int next = bytes.next(); next >= 0; next = bytes.next()) {
            seen = (seen << Byte.SIZE | next) & mask;
            if (seen == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Bytes one by one, without the lock that each read of a stream takes. */
    private static final class Bytes {

        private final BodyContent content;
        private final byte[] block = new byte[8192];
        private long place;
        private int at;
        private int count;

        Bytes(BodyContent content) {
            this.content = content;
        }

        /** The next byte, or -1. */
        int next() {
            if (at == count) {
                count = content.read(place, block);
                place += count;
                at = 0;
            }
            return at < count ? block[at++] & 0xFF : -1;
        }
    }
}
