package dev.b3lb.bbb;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * To which nodes there may be connections that are kept. The HTTP client tells neither that nor which connection a
 * request has got, so a node gets the benefit of the doubt. Safe for use by several threads.
 */
final class KeptConnections {

    /** The server's HTTP client keeps none for longer without a request ({@code b3lb.cli}). */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Beyond it nodes that have not answered for so long are forgotten at once, not only when they are asked again. */
    private static final int MANY_NODES = 5_000;

    private final Map<String, Long> lastAnswers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime()} */
    KeptConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A node answers on a connection that may serve a next request. */
    void keep(URI node) {
        lastAnswers.put(node.getAuthority(), nanoTime.getAsLong());
        if (lastAnswers.size() > MANY_NODES) {
            lastAnswers.values().removeIf(this::isOver);
        }
    }

    /** A node has ended a new connection without an answer: no doubt is left, until it answers again. */
    void forget(URI node) {
        lastAnswers.remove(node.getAuthority());
    }

    /** Whether a request to the node may have got a connection that was kept. */
    boolean mayBe(URI node) {
        Long last = lastAnswers.get(node.getAuthority());
        return last != null && !isOver(last);
    }

    private boolean isOver(long last) {
        return nanoTime.getAsLong() - last > LONGEST.toNanos();
    }
}
