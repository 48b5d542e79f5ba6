package dev.b3lb.management.extension;

/**
 * How many connections of clients may be open at once. Each can hold its request's head in memory, up to two thirds of a megabyte
 * of it with all fields of a query, so their number follows the heap. The listener's configuration refers to the system
 * property; extensions come before it is read.
 */
final class ConnectionBound {

    private static final String PROPERTY = "b3lb.max-connections";

    private static final long HEAP_OF_ONE = 3 << 19;
    private static final long LEAST = 256;
    private static final long MOST = 20_000;

    private ConnectionBound() {}

    /** Sets the property for this server, as its settings or its heap will have it. */
    static void set() {
        String wanted = System.getenv("B3LB_MAX_CONNECTIONS");
        long usual = of(Runtime.getRuntime().maxMemory());
        System.setProperty(PROPERTY, wanted == null || wanted.isBlank() ? Long.toString(usual) : wanted.strip());
    }

    /** One for each 1.5 MiB of the heap, from 256 to 20,000. */
    static long of(long heap) {
        return Math.max(LEAST, Math.min(MOST, heap / HEAP_OF_ONE));
    }
}
