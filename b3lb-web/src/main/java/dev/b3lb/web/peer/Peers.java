package dev.b3lb.web.peer;

import dev.b3lb.settings.AddressRanges;
import dev.b3lb.settings.Settings;
import dev.b3lb.user.Ipv6Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads where a request comes from and where it was sent. What a proxy says counts only if the proxy is trusted. */
@ApplicationScoped
public class Peers {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final AddressRanges trustedProxies;
    private final String baseDomain;

    @Inject
    public Peers(Settings settings) {
        this.trustedProxies = settings.get(Settings.TRUSTED_PROXIES);
        this.baseDomain = settings.get(Settings.API_BASE_DOMAIN);
    }

    /**
     * The host that a request was sent to, without a port and without the dot that may end the name of a host, in lower
     * case; empty if it names none.
     */
    public String host(HttpServletRequest request) {
        return hostAndPort(request).replaceFirst("\\.?(:[0-9]*)?$", "");
    }

    /** The same with the port, if the client named one. */
    String hostAndPort(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        String host = forwarded != null && isTrustedProxy(request)
                ? forwarded.split(",", 2)[0].strip()
                : Optional.ofNullable(request.getHeader("Host")).orElse("");
        return host.toLowerCase(Locale.ROOT);
    }

    /** {@code http} or {@code https}, whichever the client spoke, as far as a trusted proxy tells it. */
    String scheme(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        return forwarded != null && isTrustedProxy(request)
                ? forwarded.split(",", 2)[0].strip().toLowerCase(Locale.ROOT)
                : request.getScheme();
    }

    /** Whether a request was sent to the base domain itself, not to a tenant's host. */
    public boolean isForBaseDomain(HttpServletRequest request) {
        return host(request).equals(baseDomain);
    }

    /**
     * The address of the client: the peer's, or if that is a trusted proxy the last one in X-Forwarded-For that is
     * none. What stands before that one anybody can have written. If all are trusted proxies, the first.
     */
    public String client(HttpServletRequest request) {
        return client(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /**
     * The network that a client is in: an IPv4 address, or the /64 network of an IPv6 address. Empty when all that is
     * known is a trusted proxy, behind which anybody may be.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor the values of X-Forwarded-For
     */
    public Optional<String> network(String peer, List<String> forwardedFor) {
        String client = client(peer, forwardedFor);
        return isTrusted(client)
                ? Optional.empty()
                : Optional.of(Ipv6Network.of(client).orElse(client));
    }

    /** The same of a request. */
    public Optional<String> network(HttpServletRequest request) {
        return network(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    private String client(String peer, List<String> forwardedFor) {
        String client = peer;
        String[] hops = String.join(",", forwardedFor).split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            Optional<String> hop = NumericAddress.text(hops[i]);
            if (hop.isEmpty()) {
                return client; // a trusted proxy passes on what it does not know
            }
            client = hop.get();
        }
        return client;
    }

    /** Whether the peer is a proxy whose word counts. */
    public boolean isTrustedProxy(HttpServletRequest request) {
        return isTrustedProxy(request.getRemoteAddr());
    }

    /** Whether an address is that of a proxy whose word counts. */
    public boolean isTrustedProxy(String address) {
        return isTrusted(address);
    }

    private boolean isTrusted(String address) {
        return NumericAddress.parse(address).filter(trustedProxies::contains).isPresent();
    }
}
