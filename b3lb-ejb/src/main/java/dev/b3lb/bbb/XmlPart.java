package dev.b3lb.bbb;

import javax.xml.stream.XMLStreamException;

/** What an element may contain. */
sealed interface XmlPart extends XmlOutput.Content permits XmlElement, XmlPart.Characters, XmlPart.Cdata, XmlPart.Mark {

    /** The text that a reader sees. */
    String text();

    /** Text that is escaped when written. */
    record Characters(String text) implements XmlPart {
        @Override
        public void writeTo(XmlOutput out) throws XMLStreamException {
            out.characters(text);
        }
    }

    /** Text in a CDATA section. */
    record Cdata(String text) implements XmlPart {
        @Override
        public void writeTo(XmlOutput out) throws XMLStreamException {
            out.cdata(text);
        }
    }

    /** A place that is told by {@link XmlOutput#renderMarked}; nothing stands there. */
    record Mark() implements XmlPart {
        @Override
        public String text() {
            return "";
        }

        @Override
        public void writeTo(XmlOutput out) throws XMLStreamException {
            out.mark();
        }
    }
}
