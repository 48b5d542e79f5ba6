package dev.b3lb.testbed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A BBB API answer in XML. */
public final class BbbAnswer {

    private final HttpAnswer http;
    private final Document document;

    private BbbAnswer(HttpAnswer http, Document document) {
        this.http = http;
        this.document = document;
    }

    /**
     * Reads an answer.
     *
     * @throws TestbedFailure when it is not well-formed XML; the message shows the answer
     */
    public static BbbAnswer of(HttpAnswer http) {
        try {
            DocumentBuilder parser = factory().newDocumentBuilder();
            parser.setErrorHandler(null);
            return new BbbAnswer(http, parser.parse(new ByteArrayInputStream(http.body())));
        } catch (SAXException | IOException e) {
            throw new TestbedFailure("The answer is not XML: " + http, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    /** The HTTP answer that held the XML. */
    public HttpAnswer http() {
        return http;
    }

    /** Whether the return code is SUCCESS. */
    public boolean succeeded() {
        return "SUCCESS".equals(value("returncode"));
    }

    /** The message key, empty when there is none. */
    public String messageKey() {
        return value("messageKey");
    }

    /**
     * The text of the first element at a path below {@code response}, empty when there is none.
     *
     * @param path an XPath such as {@code meetings/meeting[2]/meetingID}
     */
    public String value(String path) {
        List<String> values = values(path);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The texts of all elements at a path below {@code response}, in document order. */
    public List<String> values(String path) {
        try {
            NodeList nodes = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate("/response/" + path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(node -> node.getTextContent())
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException("Not an XPath: " + path, e);
        }
    }

    @Override
    public String toString() {
        return http.toString();
    }
}
