package dev.b3lb.bbb;

import java.net.URI;
import java.util.Objects;

/**
 * Where and how a node is called.
 *
 * @param api base of the API, http or https, ending in a slash; usually {@code /bigbluebutton/api/}
 * @param load where the node tells its CPU load, http or https
 * @param secret the node's secret, not blank
 * @param algorithm the hash for checksums of our calls
 */
public record NodeEndpoint(URI api, URI load, String secret, ChecksumAlgorithm algorithm) {

    /** @throws IllegalArgumentException with a sentence that names what is wrong */
    public NodeEndpoint {
        requireHttp(api, "API base URL");
        requireHttp(load, "load URL");
        Objects.requireNonNull(algorithm, "algorithm");
        if (!api.getRawPath().endsWith("/") || api.getRawQuery() != null) {
            throw new IllegalArgumentException("A node's API base URL must end in a slash.");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A node's secret must not be blank.");
        }
    }

    /** The URL of a call with its checksum at the end of the query; a checksum among the parameters is left out. */
    public URI signed(String call, QueryParameters parameters) {
        String query = parameters.without(RequestPart.CHECKSUM::equals).encode();
        String checksum = RequestPart.CHECKSUM + "=" + Checksums.sign(algorithm, call, query, secret);
        return URI.create(api + call + "?" + (query.isEmpty() ? checksum : query + "&" + checksum));
    }

    private static void requireHttp(URI uri, String what) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("A node's " + what + " must be an absolute http or https URL.");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NodeEndpoint[" + api + ", " + algorithm.wireName() + "]";
    }
}
