package dev.b3lb.bbb;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML fragment without declaration into memory; characters that XML 1.0 forbids become U+FFFD. */
final class XmlOutput {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private static final String CDATA_END = "]]>";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int marked;

    private XmlOutput() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(text);
    }

    /** Something that writes elements. */
    @FunctionalInterface
    interface Content {
        void writeTo(XmlOutput out) throws XMLStreamException;
    }

    /** The text that the content writes. */
    static String render(Content content) {
        return renderMarked(content).afterMark();
    }

    /**
     * A text that was written with a mark in it.
     *
     * @param beforeMark all of it up to the mark; empty when there was none
     * @param afterMark the rest
     */
    record Marked(String beforeMark, String afterMark) {}

    /** The text that the content writes, parted where its last mark stands. */
    static Marked renderMarked(Content content) {
        try {
            XmlOutput out = new XmlOutput();
            content.writeTo(out);
            out.writer.close();
            String written = out.text.toString();
            return new Marked(written.substring(0, out.marked), written.substring(out.marked));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write XML into memory.", e);
        }
    }

    /** Notes the place that has been reached. */
    void mark() throws XMLStreamException {
        writer.writeCharacters(""); // ends the start tag before it
        writer.flush();
        marked = text.getBuffer().length();
    }

    XmlOutput open(String name) throws XMLStreamException {
        writer.writeStartElement(name);
        return this;
    }

    XmlOutput open(String name, Map<String, String> attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        writeAttributes(attributes);
        return this;
    }

    XmlOutput close() throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    XmlOutput empty(String name, Map<String, String> attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        writeAttributes(attributes);
        return this;
    }

    /** An element with nothing but text in it. */
    XmlOutput element(String name, String content) throws XMLStreamException {
        return content.isEmpty()
                ? empty(name, Map.of())
                : open(name).characters(content).close();
    }

    XmlOutput element(String name, long content) throws XMLStreamException {
        return element(name, Long.toString(content));
    }

    XmlOutput element(String name, boolean content) throws XMLStreamException {
        return element(name, Boolean.toString(content));
    }

    XmlOutput characters(String content) throws XMLStreamException {
        writer.writeCharacters(WireText.xmlSafe(content));
        return this;
    }

    /** A CDATA section, or two where the text itself contains a section's end. */
    XmlOutput cdata(String content) throws XMLStreamException {
        String rest = WireText.xmlSafe(content);
        for (int end = rest.indexOf(CDATA_END); end >= 0; end = rest.indexOf(CDATA_END)) {
            writer.writeCData(rest.substring(0, end + 2));
            rest = rest.substring(end + 2);
        }
        writer.writeCData(rest);
        return this;
    }

    private void writeAttributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), WireText.xmlSafe(attribute.getValue()));
        }
    }
}
