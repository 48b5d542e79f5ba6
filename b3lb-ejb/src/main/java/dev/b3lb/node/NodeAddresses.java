package dev.b3lb.node;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.settings.Settings;
import java.net.URI;
import java.util.Optional;

/** How an operator's description of a node becomes addresses. */
public final class NodeAddresses {

    private static final String SCHEME_END = "://";
    private static final String BBB = "/bigbluebutton/";

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

    /**
     * The URL of the API that an operator means who gives that URL with or without the slash at its end, the one that
     * {@code bbb-conf --secret} prints ({@code https://host/bigbluebutton/}), or nothing but a host. What makes no
     * address makes none afterwards either.
     *
     * @param typed as the operator gave it; empty stays empty
     * @param protocol that of an address that names none
     */
    public String apiUrl(String typed, String protocol) {
        String text = typed.strip();
        if (text.isEmpty() || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            return text;
        }
        String url = text.contains(SCHEME_END) ? text : protocol + SCHEME_END + text;
        int host = url.indexOf(SCHEME_END) + SCHEME_END.length();
        int path = url.indexOf('/', host);
        return path < 0 ? url + meantPath("/") : url.substring(0, path) + meantPath(url.substring(path));
    }

    private String meantPath(String typed) {
        String path = withSlash(typed).replaceAll("/{2,}", "/");
        if (path.equals("/")) {
            return withSlash(apiPath);
        }
        return path.endsWith(BBB) ? path + "api/" : path;
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
