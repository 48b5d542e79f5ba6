package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A BBB API client for one tenant's secret. */
public final class BbbClient {

    private static final byte[] NOTHING = new byte[0];

    private final int port;
    private final String host;
    private final String path;
    private final BbbSignature signature;
    private final List<String> headers;

    private BbbClient(int port, String host, String path, BbbSignature signature, List<String> headers) {
        this.port = port;
        this.host = host;
        this.path = path;
        this.signature = signature;
        this.headers = List.copyOf(headers);
    }

    /**
     * A client that names its tenant in the path.
     *
     * @param host the base domain
     * @param tenant the tenant's slug, with {@code -} and a sub id if wanted
     */
    public static BbbClient byPath(int port, String host, String tenant, String secret) {
        return new BbbClient(port, host, "/b3lb/t/" + tenant + "/bbb/api/", sha256(secret), List.of());
    }

    /**
     * A client that names its tenant in the Host header.
     *
     * @param host the tenant's host name
     */
    public static BbbClient byHost(int port, String host, String secret) {
        return new BbbClient(port, host, "/bigbluebutton/api/", sha256(secret), List.of());
    }

    private static BbbSignature sha256(String secret) {
        return new BbbSignature("SHA-256", secret);
    }

    /** The same client with another hash or secret. */
    public BbbClient signing(BbbSignature other) {
        return new BbbClient(port, host, path, other, headers);
    }

    /**
     * The same client with the same secret that knocks at another door.
     *
     * @param otherPath up to the call's name
     */
    public BbbClient at(int otherPort, String otherHost, String otherPath) {
        return new BbbClient(otherPort, otherHost, otherPath, signature, headers);
    }

    /** The same client that sends further header lines. */
    public BbbClient sending(String... lines) {
        return new BbbClient(port, host, path, signature, List.of(lines));
    }

    /** The same client at another server. */
    public BbbClient at(int otherPort) {
        return at(otherPort, host, path);
    }

    /** A signed GET. */
    public BbbAnswer get(String call, Map<String, String> parameters) throws IOException {
        return BbbAnswer.of(send("GET", call, BbbSignature.query(parameters)));
    }

    /** A signed GET without parameters. */
    public BbbAnswer get(String call) throws IOException {
        return get(call, Map.of());
    }

    /** A signed request without a body, whose answer need not be XML; redirects are not followed. */
    public HttpAnswer send(String method, String call, String rawQuery) throws IOException {
        return sendUnsigned(method, call, signature.sign(call, rawQuery));
    }

    /** A request without a body, with the query exactly as given. */
    public HttpAnswer sendUnsigned(String method, String call, String rawQuery) throws IOException {
        String target = path + call + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
        return http().send(method, target, head(), NOTHING);
    }

    /** A POST with a body in UTF-8 whose query is signed. */
    public HttpAnswer post(String call, String rawQuery, String contentType, String body) throws IOException {
        return post(call, rawQuery, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A POST with any body whose query is signed. */
    public HttpAnswer post(String call, String rawQuery, String contentType, byte[] body) throws IOException {
        return http().send(
                        "POST",
                        path + call + "?" + signature.sign(call, rawQuery),
                        head("Content-Type: " + contentType),
                        body);
    }

    private List<String> head(String... more) {
        List<String> lines = new ArrayList<>(headers);
        lines.add("Host: " + host + ":" + port);
        lines.addAll(List.of(more));
        return lines;
    }

    private RawHttp http() {
        return new RawHttp(port);
    }

    /** The signed URL of a call, for a browser. */
    public String url(String call, Map<String, String> parameters) {
        return "http://" + host + ":" + port + path + call + "?" + signature.sign(call, BbbSignature.query(parameters));
    }

    @Override
    public String toString() {
        return "BbbClient[http://" + host + ":" + port + path + "]";
    }
}
