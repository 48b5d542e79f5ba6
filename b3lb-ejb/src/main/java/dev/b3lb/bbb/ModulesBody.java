package dev.b3lb.bbb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The XML body of a create: {@code <modules>} with documents in the module {@code presentation}, and what else BBB
 * takes there. A module is put in without touching anything else, byte for byte, and without copying anything: bodies
 * may have many megabytes.
 */
public final class ModulesBody {

    private static final BodyContent START = ascii("<modules>");
    private static final BodyContent END = ascii("</modules>");
    private static final BodyContent PROBE = ascii("<module name=\"presentation\"><document/></module>");

    private final XmlSource source = new XmlSource();

    /** Whether a body says nothing at all. */
    public static boolean isEmpty(Optional<NodeRequest.Body> body) {
        return body.isEmpty() || isBlank(body.get().content());
    }

    private static boolean isBlank(BodyContent content) {
        try (InputStream bytes = content.open()) {
            int next = bytes.read();
            while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
                next = bytes.read();
            }
            return next < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory cannot fail
        }
    }

    /**
     * Whether a presentation can be put into the body: it can be read, has no document yet, is of an encoding in which
     * that is safe, and has no single tag, comment or CDATA section of more than 256 KiB, which would have to be copied
     * to be read.
     */
    public boolean takesPresentation(NodeRequest.Body body) {
        return XmlBodyRule.check(body).isEmpty()
                && presents(body.content()).filter(presents -> !presents).isPresent()
                && spliced(body.content(), PROBE).flatMap(this::presents).orElse(false);
    }

    /**
     * The body with one more module as its last.
     *
     * @param body one that {@linkplain #takesPresentation takes} it
     */
    public NodeRequest.Body with(NodeRequest.Body body, PresentationModule module) {
        return new NodeRequest.Body(
                body.mediaType(), spliced(body.content(), module.xml()).orElseThrow());
    }

    /**
     * BBB looks for the name of each child of the root, and takes what it has for documents; empty when it will not be
     * able to read that. Nothing is kept, and after the first presentation nothing is read.
     */
    private Optional<Boolean> presents(BodyContent xml) {
        try {
            XmlCursor cursor = source.open(new MarkupBound(xml.open()));
            if (cursor.nextChild().filter("modules"::equals).isEmpty()) {
                return Optional.empty();
            }
            while (cursor.nextChild().isPresent()) {
                if (cursor.attribute("name").filter("presentation"::equals).isEmpty()) {
                    cursor.skip();
                } else if (cursor.nextChild().isPresent()) {
                    return Optional.of(true);
                }
            }
            cursor.end();
            return Optional.of(false);
        } catch (UnreadableAnswer notForUs) {
            return Optional.empty(); // the node says what it thinks of it
        }
    }

    /** Puts a module in before the last end tag that looks like the root's. */
    private static Optional<BodyContent> spliced(BodyContent xml, BodyContent module) {
        Optional<Tag> closed = Tag.last(xml, "</modules", ">");
        if (closed.isPresent()) {
            return Optional.of(
                    around(xml, closed.get().start(), module, closed.get().start()));
        }
        return Tag.last(xml, "<modules", "/>")
                .map(empty -> around(xml, empty.start(), START.then(module).then(END), empty.end()));
    }

    private static BodyContent around(BodyContent xml, long before, BodyContent middle, long after) {
        return xml.part(0, before).then(middle).then(xml.part(after, xml.length()));
    }

    private static BodyContent ascii(String text) {
        return BodyContent.shared(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A tag without attributes.
     *
     * @param start where it begins
     * @param end where what follows it begins
     */
    private record Tag(long start, long end) {

        /** The last place at which the beginning stands, if blanks and the end follow there. */
        static Optional<Tag> last(BodyContent xml, String beginning, String end) {
            for (long at = xml.length() - beginning.length(); at >= 0; at--) {
                if (stands(beginning, xml, at)) {
                    long rest = skipBlanks(xml, at + beginning.length());
                    return stands(end, xml, rest) ? Optional.of(new Tag(at, rest + end.length())) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private static boolean stands(String text, BodyContent xml, long at) {
            if (at + text.length() > xml.length()) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                if (xml.at(at + i) != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private static long skipBlanks(BodyContent xml, long from) {
            long at = from;
            while (at < xml.length() && isBlank(xml.at(at))) {
                at++;
            }
            return at;
        }

        private static boolean isBlank(byte next) {
            return next == ' ' || next == '\t' || next == '\r' || next == '\n';
        }
    }
}
