package dev.b3lb.fakenode;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML body of create and insertDocument. */
final class XmlModules {

    private XmlModules() {}

    /** The documents of the module {@code presentation}; empty when the body is not XML or has broken base64. */
    static Optional<List<PresentationDocument>> documents(String xml) {
        if (xml.isBlank()) {
            return Optional.of(List.of());
        }
        try {
            NodeList modules =
                    parser().parse(new InputSource(new StringReader(xml))).getElementsByTagName("module");
            List<PresentationDocument> documents = new ArrayList<>();
            for (int i = 0; i < modules.getLength(); i++) {
                Element module = (Element) modules.item(i);
                if (module.getAttribute("name").equals("presentation")) {
                    addDocuments(documents, module.getElementsByTagName("document"));
                }
            }
            return Optional.of(documents);
        } catch (SAXException | IllegalArgumentException unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from a text failed", e);
        }
    }

    private static void addDocuments(List<PresentationDocument> documents, NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            documents.add(document((Element) elements.item(i)));
        }
    }

    private static PresentationDocument document(Element element) {
        if (element.hasAttribute("url")) {
            return new PresentationDocument(
                    element.getAttribute("filename"), Optional.of(element.getAttribute("url")), 0, Optional.empty());
        }
        byte[] bytes = Base64.getMimeDecoder().decode(element.getTextContent().trim());
        return new PresentationDocument(
                element.getAttribute("name"),
                Optional.empty(),
                bytes.length,
                Optional.of(HashAlgorithm.SHA256.hex(bytes)));
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to the error stream
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no suitable XML parser", e);
        }
    }
}
