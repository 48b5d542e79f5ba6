package dev.b3lb.fakenode;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The node's listening socket, which can be shut and opened again on the same port. */
final class NodeServer implements Faults.Listener {

    private static final int BACKLOG = 512;

    static {
        // The JDK's server sends head and body apart; with Nagle's algorithm each answer would take 40 ms
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final String host;
    private final NodeThreads threads;
    private int port;
    private Optional<HttpServer> running = Optional.empty();
    private Optional<SocketTrouble> trouble = Optional.empty();
    private Optional<HttpHandler> handler = Optional.empty();

    NodeServer(String host, int port, NodeThreads threads) {
        this.host = host;
        this.port = port;
        this.threads = threads;
    }

    synchronized void start(HttpHandler answering) {
        handler = Optional.of(answering);
        open();
    }

    @Override
    public synchronized void open() {
        endTrouble();
        if (running.isEmpty() && handler.isPresent()) {
            HttpServer server = bind();
            server.setExecutor(threads.workers());
            server.createContext("/", handler.get());
            server.start();
            port = server.getAddress().getPort();
            running = Optional.of(server);
        }
    }

    @Override
    public synchronized void troubleWith(SocketTrouble.Kind kind) {
        shut();
        trouble = Optional.of(SocketTrouble.start(kind, host, port, threads));
    }

    private void endTrouble() {
        trouble.ifPresent(SocketTrouble::close);
        trouble = Optional.empty();
    }

    @Override
    public synchronized void shut() {
        endTrouble();
        running.ifPresent(server -> server.stop(0));
        running = Optional.empty();
    }

    synchronized void close() {
        handler = Optional.empty();
        shut();
    }

    synchronized int port() {
        return port;
    }

    private HttpServer bind() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("No fake node can listen on " + host + ":" + port, e);
        }
    }
}
