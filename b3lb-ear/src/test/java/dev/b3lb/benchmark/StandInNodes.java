package dev.b3lb.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Stands in for very many nodes with one listener: each has an address of its own in 127.0.0.0/8, so that it costs a
 * client connections of its own as a real one does. Lists meetings as BBB 3 does, and lets somebody come or go in three
 * of ten meetings between two polls. Knows no other call and looks at no checksum: it is to cost little.
 */
final class StandInNodes implements AutoCloseable {

    private static final int BACKLOG = 4096;
    private static final int THREADS = 16;
    private static final int NODES_PER_NET = 250;
    private static final String IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";

    private final PoolSize size;
    private final AtomicIntegerArray polls;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private StandInNodes(PoolSize size, int port) throws IOException {
        this.size = size;
        this.polls = new AtomicIntegerArray(size.nodes());
        System.setProperty(IDLE_CONNECTIONS, "100000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/b3lb/load", exchange -> send(exchange, "text/plain", "2500\n"));
        server.createContext("/bigbluebutton/api/", this::api);
        server.start();
    }

    static StandInNodes start(PoolSize size, int port) {
        try {
            return new StandInNodes(size, port);
        } catch (IOException e) {
            throw new TestbedFailure("The stand-in nodes cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Where a node's API is. */
    String url(int node) {
        return "http://" + host(node) + ":" + server.getAddress().getPort() + "/bigbluebutton/api/";
    }

    private static String host(int node) {
        return "127.77." + node / NODES_PER_NET + "." + (node % NODES_PER_NET + 1);
    }

    private static int node(String host) {
        String[] parts = host.split("[.:]");
        return Integer.parseInt(parts[2]) * NODES_PER_NET + Integer.parseInt(parts[3]) - 1;
    }

    /** How often a node's meetings were asked for. */
    int polls(int node) {
        return polls.get(node);
    }

    private void api(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/getMeetings")) {
            int node = node(exchange.getRequestHeaders().getFirst("Host"));
            send(exchange, "text/xml;charset=utf-8", ListXml.of(size, node, polls.incrementAndGet(node)));
        } else {
            send(
                    exchange,
                    "text/xml;charset=utf-8",
                    "<response><returncode>SUCCESS</returncode><version>2.0</version></response>");
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
