package dev.b3lb.fakenode;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells connections that have brought a request before, by their clients' ports. */
final class SeenConnections {

    /** Beyond it the oldest are forgotten: ports are used again. */
    private static final int MOST = 100;

    private final Set<InetSocketAddress> seen = new LinkedHashSet<>();

    /** Whether the connection of a request brought another one before. */
    synchronized boolean isKept(HttpExchange exchange) {
        InetSocketAddress client = exchange.getRemoteAddress();
        boolean kept = seen.remove(client);
        seen.add(client);
        if (seen.size() > MOST) {
            seen.remove(seen.iterator().next());
        }
        return kept;
    }
}
