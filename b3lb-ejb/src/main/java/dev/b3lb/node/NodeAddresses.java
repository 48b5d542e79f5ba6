package dev.b3lb.node;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.settings.Settings;
import java.net.URI;
import java.util.Optional;

/** How an operator's description of a node becomes addresses. */
public final class NodeAddresses {

    private final String apiPath;
    private final String loadPath;
    private final String defaultDomain;

    /** Takes the paths on nodes and the default domain from the settings. */
    public NodeAddresses(Settings settings) {
        this.apiPath = path(settings.get(Settings.NODE_BBB_ENDPOINT));
        this.loadPath = path(settings.get(Settings.NODE_LOAD_ENDPOINT));
        this.defaultDomain = settings.get(Settings.NODE_DEFAULT_DOMAIN);
    }

    private static String path(String setting) {
        return setting.startsWith("/") ? setting : "/" + setting;
    }

    /**
     * The whole host name: the domain alone when it is the slug or begins with the slug and a dot, else
     * {@code slug.domain}.
     *
     * @param domain the node's domain; blank means the default one
     */
    public String host(String slug, String domain) {
        String suffix = domain.isBlank() ? defaultDomain : domain;
        return beginsWith(suffix, slug) ? suffix : slug + "." + suffix;
    }

    /** Whether the first labels of a domain are the slug; host names know no case. */
    private static boolean beginsWith(String domain, String slug) {
        return domain.equalsIgnoreCase(slug) || domain.regionMatches(true, 0, slug + ".", 0, slug.length() + 1);
    }

    /** The addresses of a node that is described by its parts. */
    public NodeEndpoint ofHost(String protocol, String host, int port, String secret, ChecksumAlgorithm hash) {
        String authority = protocol + "://" + host + ":" + port;
        return new NodeEndpoint(
                URI.create(authority + withSlash(apiPath)), URI.create(authority + loadPath), secret, hash);
    }

    /** The addresses of a node that is described by the URL of its API. The load stands at the root of its host. */
    public NodeEndpoint ofUrl(String url, String secret, ChecksumAlgorithm hash) {
        URI api = URI.create(withSlash(url));
        return new NodeEndpoint(api, api.resolve(loadPath), secret, hash);
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    /** The addresses by URL if there is one, else by the parts. */
    public NodeEndpoint of(
            Optional<String> url, String protocol, String host, int port, String secret, ChecksumAlgorithm hash) {
        return url.map(address -> ofUrl(address, secret, hash))
                .orElseGet(() -> ofHost(protocol, host, port, secret, hash));
    }
}
