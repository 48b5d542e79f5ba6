package dev.b3lb.bbb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Opens XML from nodes for reading, with everything switched off that reaches outside the text. Namespaces are off too,
 * since BBB turns raw keys, colons included, into element names.
 */
final class XmlSource {

    /** Known to the JDK's parser, which otherwise passes CDATA sections off as plain text, and to Woodstox. */
    private static final String REPORT_CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final XMLInputFactory factory;

    XmlSource() {
        factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        if (factory.isPropertySupported(REPORT_CDATA)) {
            factory.setProperty(REPORT_CDATA, true);
        }
    }

    /**
     * Starts reading. The text is UTF-8, whatever it declares; a byte order mark and white space before the text are
     * skipped.
     *
     * @throws UnreadableAnswer also when the stream fails
     */
    XmlCursor open(InputStream utf8) throws UnreadableAnswer {
        try {
            BufferedReader text =
                    new BufferedReader(new XmlSafeReader(new InputStreamReader(utf8, StandardCharsets.UTF_8)));
            int first;
            do {
                text.mark(1);
                first = text.read();
            } while (first == BYTE_ORDER_MARK || Character.isWhitespace(first));
            text.reset();
            return new XmlCursor(factory.createXMLStreamReader(text));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // The parser reads ahead, and lets some faults of the text out as unchecked exceptions.
            throw new UnreadableAnswer("the answer is not XML", e);
        }
    }
}
