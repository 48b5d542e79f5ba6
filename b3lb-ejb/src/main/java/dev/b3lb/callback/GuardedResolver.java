package dev.b3lb.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the HTTP client only addresses that may be called. The client connects to what it gets here and asks nobody
 * else, so no name can lead elsewhere between check and connection.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressGuard guard;

    GuardedResolver(DnsResolver names, AddressGuard guard) {
        this.names = names;
        this.guard = guard;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        if (all == null || all.length == 0) {
            throw new UnknownHostException(host);
        }
        InetAddress[] allowed = Arrays.stream(all).filter(guard::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new RefusedAddressException(all[0]);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
