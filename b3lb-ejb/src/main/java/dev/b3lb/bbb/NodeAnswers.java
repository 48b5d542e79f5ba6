package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads nodes' answers. Document types, entities and deep nesting are refused; the size is for the caller to bound.
 * Safe for use by several threads.
 */
public final class NodeAnswers {

    private static final Set<String> RETURN_CODES = Set.of("SUCCESS", "FAILED");

    private final XmlSource source = new XmlSource();

    /**
     * Reads one answer.
     *
     * @throws UnreadableAnswer if it is no well-formed XML, or no {@code response} with a return code
     */
    public NodeAnswer parse(byte[] utf8) throws UnreadableAnswer {
        return parse(new ByteArrayInputStream(utf8));
    }

    /**
     * Reads one answer from a stream, which is not closed.
     *
     * @throws UnreadableAnswer if it is no well-formed XML, or no {@code response} with a return code
     */
    public NodeAnswer parse(InputStream utf8) throws UnreadableAnswer {
        XmlCursor cursor = source.open(utf8);
        requireResponse(cursor);
        NodeAnswer answer = new NodeAnswer(cursor.element());
        cursor.end();
        if (!RETURN_CODES.contains(answer.returncode())) {
            throw new UnreadableAnswer("the answer has no return code");
        }
        return answer;
    }

    /** Goes into the root element, which all of BBB's answers name alike. */
    static void requireResponse(XmlCursor cursor) throws UnreadableAnswer {
        if (!cursor.nextChild().orElse("").equals("response")) {
            throw new UnreadableAnswer("the answer is not from BBB's API");
        }
    }
}
