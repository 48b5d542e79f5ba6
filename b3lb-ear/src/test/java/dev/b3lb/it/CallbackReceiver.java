package dev.b3lb.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A front end's server that notes what it is called with. */
final class CallbackReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Runnable beforeAnswer = () -> {};

    CallbackReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        beforeAnswer.run();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** What every call is answered with from now on. */
    void answerWith(int newStatus) {
        status = newStatus;
    }

    /** What happens from now on between a call and its answer; other calls wait meanwhile. */
    void beforeAnswering(Runnable action) {
        beforeAnswer = action;
    }

    String url(String target) {
        return "http://" + host() + target;
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Methods and targets, in order. */
    List<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
