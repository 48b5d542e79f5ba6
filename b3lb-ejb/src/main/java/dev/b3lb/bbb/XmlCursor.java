package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads elements of a node's answer one after the other. Refuses document types, entities that are not built in,
 * nesting deeper than 100, and more than 100 attributes of an element or 200,000 elements in one that is read whole.
 */
final class XmlCursor {

    private static final int DEEPEST = 100;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int MOST_ELEMENTS = 200_000;

    private final XMLStreamReader reader;
    private int depth;
    private int elementsInTree;

    XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Goes into the next child element of the current one (at first, into the root) and returns its name, or leaves the
     * current element if it has no further child. Text between children is skipped.
     */
    Optional<String> nextChild() throws UnreadableAnswer {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(name());
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return Optional.empty();
            }
        }
    }

    /** Reads all of the element that was just entered, and leaves it. */
    XmlElement element() throws UnreadableAnswer {
        elementsInTree = 0;
        return tree();
    }

    /** An attribute of the element that was just entered. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes().get(name));
    }

    /** Leaves the element that was just entered, and keeps nothing of it. */
    void skip() throws UnreadableAnswer {
        for (int inside = depth; depth >= inside; ) {
            next();
        }
    }

    /** Makes sure that nothing but the document's end follows the root element that was just left. */
    void end() throws UnreadableAnswer {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.END_DOCUMENT);
    }

    private XmlElement tree() throws UnreadableAnswer {
        if (++elementsInTree > MOST_ELEMENTS) {
            throw new UnreadableAnswer("the answer has too many elements");
        }
        String name = name();
        Map<String, String> attributes = attributes();
        List<XmlPart> children = new ArrayList<>();
        TextRun run = new TextRun();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                run.endInto(children);
                children.add(tree());
            } else {
                run.add(event == XMLStreamConstants.CDATA, text(), children);
            }
        }
        run.endInto(children);
        return new XmlElement(name, attributes, children);
    }

    private int next() throws UnreadableAnswer {
        while (true) {
            int event = advance();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableAnswer("the answer is an HTML page, or has a document type or entities");
                default -> {}
            }
            if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                return event;
            }
        }
    }

    private void enter() throws UnreadableAnswer {
        if (++depth > DEEPEST) {
            throw new UnreadableAnswer("the answer is nested too deeply");
        }
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new UnreadableAnswer("an element of the answer has too many attributes");
        }
    }

    private int advance() throws UnreadableAnswer {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (RuntimeException e) {
            // Parsers let some faults of the text out as unchecked exceptions, Woodstox where it reads lazily.
            throw malformed(e);
        }
    }

    private String text() throws UnreadableAnswer {
        try {
            return reader.getText();
        } catch (RuntimeException e) {
            // Woodstox reads text only when asked for it, and then can throw nothing else.
            throw malformed(e);
        }
    }

    private UnreadableAnswer malformed(Exception cause) {
        int line = reader.getLocation().getLineNumber();
        int column = reader.getLocation().getColumnNumber();
        return new UnreadableAnswer("the answer is not well-formed XML at line " + line + ", column " + column, cause);
    }

    private String name() {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    private Map<String, String> attributes() {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(written(reader.getAttributeName(i)), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String written(QName name) {
        return name.getPrefix().isEmpty() ? name.getLocalPart() : name.getPrefix() + ":" + name.getLocalPart();
    }

    /** Neighbouring pieces of one text, which parsers may hand out in several events. */
    private static final class TextRun {

        private final StringBuilder text = new StringBuilder();
        private boolean cdata;

        void add(boolean isCdata, String piece, List<XmlPart> parts) {
            if (isCdata != cdata) {
                endInto(parts);
                cdata = isCdata;
            }
            text.append(piece);
        }

        void endInto(List<XmlPart> parts) {
            if (text.length() > 0) {
                parts.add(cdata ? new XmlPart.Cdata(text.toString()) : new XmlPart.Characters(text.toString()));
                text.setLength(0);
            }
        }
    }
}
