package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A document for a new meeting, as BBB reads it from the XML body of a create: with its content, or with an address
 * from which the node fetches it. Written in ASCII alone, so that it can be put into XML of nearly any encoding.
 */
public final class PresentationModule {

    private static final String MEDIA_TYPE = "application/xml";
    private static final String START = "<modules>";
    private static final String END = "</modules>";

    private final NodeRequest.Body body;

    private PresentationModule(XmlOutput.Content document) {
        String module = XmlOutput.render(out -> {
            out.open("module", Map.of("name", "presentation"));
            document.writeTo(out);
            out.close();
        });
        byte[] whole = (START + ascii(module) + END).getBytes(StandardCharsets.US_ASCII);
        this.body = new NodeRequest.Body(MEDIA_TYPE, BodyContent.shared(whole));
    }

    /**
     * A document that goes along.
     *
     * @param fileName with an ending, by which BBB tells the type
     */
    public static PresentationModule inline(String fileName, byte[] content) {
        return new PresentationModule(out -> out.open("document", Map.of("name", fileName))
                .characters(Base64.getEncoder().encodeToString(content))
                .close());
    }

    /**
     * A document that the node fetches.
     *
     * @param fileName with an ending, by which BBB tells the type
     */
    public static PresentationModule byUrl(String url, String fileName) {
        return new PresentationModule(out -> out.empty("document", Map.of("url", url, "filename", fileName)));
    }

    /** A create's body with nothing but this document. All creates may share it. */
    public NodeRequest.Body body() {
        return body;
    }

    /** How much memory it takes, in bytes. */
    public int size() {
        return Math.toIntExact(body.content().length());
    }

    /** The element alone. */
    BodyContent xml() {
        return body.content().part(START.length(), size() - END.length());
    }

    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length() + 100);
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("&#").append(c).append(';');
            }
        });
        return ascii.toString();
    }
}
