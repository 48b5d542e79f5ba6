package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The XML body of a create: {@code <modules>} with documents in the module {@code presentation}, and what else BBB takes
 * there. A module is put in without touching anything else, byte for byte.
 */
public final class ModulesBody {

    private static final byte[] START = "<modules>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</modules>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROBE = "<module name=\"presentation\"/>".getBytes(StandardCharsets.US_ASCII);

    /** Encodings in which ASCII is ASCII, and no byte of ASCII is part of another character. */
    private static final Set<String> ASCII_INSIDE =
            Set.of("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern CLOSED = Pattern.compile("</modules\\s*>");
    private static final Pattern EMPTY = Pattern.compile("<modules\\s*/>");

    private final XmlSource source = new XmlSource();

    /** Whether a body says nothing at all. */
    public static boolean isEmpty(Optional<NodeRequest.Body> body) {
        return body.isEmpty() || isBlank(body.get().bytes());
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a presentation can be put into the body: it can be read, has none yet, and is of an encoding in which that
     * is safe.
     */
    public boolean takesPresentation(NodeRequest.Body body) {
        return isOfKnownEncoding(body)
                && presents(body.bytes()).filter(presents -> !presents).isPresent()
                && spliced(body.bytes(), PROBE).flatMap(this::presents).orElse(false);
    }

    /**
     * The body with one more module as its last.
     *
     * @param body one that {@linkplain #takesPresentation takes} it
     */
    public NodeRequest.Body with(NodeRequest.Body body, PresentationModule module) {
        return new NodeRequest.Body(
                body.mediaType(), spliced(body.bytes(), module.xml()).orElseThrow());
    }

    /** BBB looks for the name of each child of the root; empty when it will not be able to read that. */
    private Optional<Boolean> presents(byte[] xml) {
        try {
            XmlCursor cursor = source.open(new ByteArrayInputStream(xml));
            if (cursor.nextChild().filter("modules"::equals).isEmpty()) {
                return Optional.empty();
            }
            XmlElement root = cursor.element();
            cursor.end();
            return Optional.of(root.elements()
                    .anyMatch(child -> "presentation".equals(child.attributes().get("name"))));
        } catch (UnreadableAnswer notForUs) {
            return Optional.empty(); // the node says what it thinks of it
        }
    }

    private static boolean isOfKnownEncoding(NodeRequest.Body body) {
        String head = text(Arrays.copyOf(body.bytes(), Math.min(body.bytes().length, 200)));
        return isKnown(CHARSET.matcher(body.mediaType())) && isKnown(DECLARED.matcher(head));
    }

    private static boolean isKnown(Matcher encoding) {
        return !encoding.find() || ASCII_INSIDE.contains(encoding.group(1).toLowerCase(Locale.ROOT));
    }

    /** Puts bytes in before the last end tag that looks like the root's. */
    private static Optional<byte[]> spliced(byte[] xml, byte[] module) {
        String text = text(xml);
        Matcher closed = CLOSED.matcher(text);
        if (lookingAtLast(closed, text, "</modules")) {
            return Optional.of(around(text, closed.start(), module, closed.start()));
        }
        Matcher empty = EMPTY.matcher(text);
        return lookingAtLast(empty, text, "<modules")
                ? Optional.of(around(text, empty.start(), joined(START, module, END), empty.end()))
                : Optional.empty();
    }

    private static boolean lookingAtLast(Matcher tag, String text, String beginning) {
        int at = text.lastIndexOf(beginning);
        return at >= 0 && tag.region(at, text.length()).lookingAt();
    }

    private static byte[] around(String text, int before, byte[] middle, int after) {
        return joined(bytes(text.substring(0, before)), middle, bytes(text.substring(after)));
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = new byte[first.length + second.length + third.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    /** One character for each byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
