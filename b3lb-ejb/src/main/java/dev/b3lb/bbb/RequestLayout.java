package dev.b3lb.bbb;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the HTTP request of a call from scratch. All parameters travel in the signed query, the only place that nodes
 * verify; only a query over 6 KB, which servers in front of BBB may refuse, sends its longest values in a form body. Of
 * repeated parameters only the first goes along, the one that BBB reads.
 */
final class RequestLayout {

    static final int LONGEST_QUERY = 6 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The name that stays in the query, so that something in there is always signed. */
    private static final String ANCHOR = "meetingID";

    private RequestLayout() {}

    static HttpRequest.Builder request(NodeEndpoint node, NodeRequest request) {
        QueryParameters all =
                request.parameters().without(RequestPart.CHECKSUM::equals).withoutDuplicates();
        boolean mayMove = request.body().isEmpty() && request.call().allowsMethod("POST");
        Set<String> moved = mayMove ? namesToMove(all, LONGEST_QUERY - checksumLength(node)) : Set.of();
        Optional<NodeRequest.Body> body =
                moved.isEmpty() ? request.body() : Optional.of(form(all.without(name -> !moved.contains(name))));
        QueryParameters query = all.without(moved::contains);
        HttpRequest.Builder http = get(node.signed(request.call().wireName(), query));
        body.ifPresent(content -> http.header("Content-Type", content.mediaType()));
        return body.isEmpty() && request.call().allowsMethod("GET") ? http : http.POST(publisher(body));
    }

    /** Whether the parameters do not fit into a query beside the longest checksum. */
    static boolean needsForm(QueryParameters parameters) {
        int longestChecksum = "&checksum=".length() + ChecksumAlgorithm.SHA512.hexLength();
        QueryParameters all = parameters.without(RequestPart.CHECKSUM::equals).withoutDuplicates();
        return all.encode().length() > LONGEST_QUERY - longestChecksum;
    }

    static HttpRequest.Builder get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("User-Agent", "b3lb")
                .header("Accept", "text/xml, application/xml, text/plain, application/json");
    }

    private static int checksumLength(NodeEndpoint node) {
        return "&checksum=".length() + node.algorithm().hexLength();
    }

    /** The names of the longest parameters, as few as make the rest fit; one always stays. */
    private static Set<String> namesToMove(QueryParameters parameters, int longest) {
        int length = parameters.encode().length();
        Set<String> moved = new HashSet<>();
        for (QueryParameters.Parameter parameter : longestFirst(parameters)) {
            if (length <= longest || moved.size() + 1 == parameters.size()) {
                break;
            }
            moved.add(parameter.name());
            length -= parameter.encode().length() + 1;
        }
        return moved;
    }

    private static List<QueryParameters.Parameter> longestFirst(QueryParameters parameters) {
        List<QueryParameters.Parameter> sorted =
                new ArrayList<>(parameters.without(ANCHOR::equals).all());
        sorted.sort(Comparator.comparingInt((QueryParameters.Parameter parameter) ->
                        parameter.encode().length())
                .reversed());
        return sorted;
    }

    private static NodeRequest.Body form(QueryParameters parameters) {
        return new NodeRequest.Body(FORM, parameters.encode().getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the content while it is sent, and once more for each further try. */
    private static BodyPublisher publisher(Optional<NodeRequest.Body> body) {
        return body.map(NodeRequest.Body::content)
                .filter(content -> content.length() > 0)
                .map(content ->
                        BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content::open), content.length()))
                .orElseGet(BodyPublishers::noBody);
    }
}
