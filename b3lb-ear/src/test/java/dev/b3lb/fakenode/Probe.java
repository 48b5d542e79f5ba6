package dev.b3lb.fakenode;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A client that asks a fake node the way front ends do, for the node's own tests. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeBbbNode node;

    Probe(FakeBbbNode node) {
        this.node = node;
    }

    /** Names and values in turn, encoded. */
    static String query(String... pairs) {
        StringJoiner query = new StringJoiner("&");
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    Reply call(String call, String... pairs) throws Exception {
        return get(node.signed(call, query(pairs)));
    }

    Reply get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri));
    }

    Reply get(String path) throws Exception {
        return get(URI.create(node.origin() + path));
    }

    Reply post(URI uri, String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply postForm(String path, String... pairs) throws Exception {
        return post(URI.create(node.origin() + path), "application/x-www-form-urlencoded", query(pairs));
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    /** An answer, with a view of its XML. */
    record Reply(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        /** Text of the first element of that name, or "absent". */
        String text(String element) {
            List<String> all = texts(element);
            return all.isEmpty() ? "absent" : all.get(0);
        }

        List<String> texts(String element) {
            NodeList found = document().getElementsByTagName(element);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> found.item(i).getTextContent())
                    .toList();
        }

        String key() {
            return text("messageKey");
        }

        /** Names of the children of the first element of that name, in their order. */
        List<String> children(String element) {
            NodeList children = document().getElementsByTagName(element).item(0).getChildNodes();
            return IntStream.range(0, children.getLength())
                    .mapToObj(children::item)
                    .map(Node::getNodeName)
                    .toList();
        }

        private Document document() {
            try {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body)));
            } catch (ParserConfigurationException | SAXException | IOException e) {
                throw new AssertionError("Not XML: " + body, e);
            }
        }
    }
}
