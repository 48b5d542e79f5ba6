package dev.b3lb.fakenode;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A request that was read and not answered yet, with the ways, good and bad, to bring it to an end. */
final class PendingRequest {

    private static final Logger LOG = System.getLogger(PendingRequest.class.getName());

    /** More than any test's patience, so that the client is sure to miss something. */
    private static final int MISSING_BYTES = 1024;

    /** Something to do that may find the client gone. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private final HttpExchange exchange;
    private final Supplier<Answer> call;
    private final NodeThreads threads;
    private final BooleanSupplier stillFaulty;
    private final boolean onKeptConnection;

    /**
     * Takes charge of an exchange.
     *
     * @param exchange the exchange, its body read
     * @param call does what was asked
     * @param threads where to go on later
     * @param stillFaulty tells whether the faults of the moment of arrival still last
     * @param onKeptConnection whether its connection brought another request before
     */
    PendingRequest(
            HttpExchange exchange,
            Supplier<Answer> call,
            NodeThreads threads,
            BooleanSupplier stillFaulty,
            boolean onKeptConnection) {
        this.exchange = exchange;
        this.call = call;
        this.threads = threads;
        this.stillFaulty = stillFaulty;
        this.onKeptConnection = onKeptConnection;
    }

    boolean isOnKeptConnection() {
        return onKeptConnection;
    }

    /** Does the call and answers. */
    void finish() throws IOException {
        send(execute());
    }

    /** Does what {@link #finish()} does, on another thread. */
    void resume() {
        threads.execute(() -> attempt(this::finish));
    }

    Answer execute() {
        return call.get();
    }

    void send(Answer answer) throws IOException {
        send(answer, StandardCharsets.UTF_8);
    }

    void send(Answer answer, Charset charset) throws IOException {
        byte[] body = answer.body().getBytes(charset);
        head(answer, body.length);
        if (!isHead()) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    void later(Duration pause, Step step) {
        threads.after(pause, () -> attempt(step));
    }

    /** Only on the thread that brought the request: the server closes a connection whose handler fails. */
    void drop() throws IOException {
        throw new IOException("Connection dropped on purpose");
    }

    /** Only on the thread that brought the request. */
    void sendTruncated(Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        head(answer, body.length + MISSING_BYTES);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        drop();
    }

    void sendForever(String start, String rest) throws IOException {
        sendRepeated(start, rest, Long.MAX_VALUE, "");
    }

    /** Ends early when the fault is healed. */
    void sendRepeated(String start, String repeated, long times, String end) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = repeated.getBytes(StandardCharsets.UTF_8);
        threads.spawn(() -> attempt(() -> {
            OutputStream out = exchange.getResponseBody();
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < times && stillFaulty.getAsBoolean(); i++) {
                out.write(chunk);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        }));
    }

    void drip(Answer answer, Duration pause) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        head(answer, body.length);
        dripFrom(0, body, pause);
    }

    private void dripFrom(int position, byte[] body, Duration pause) {
        if (position == body.length) {
            exchange.close();
            return;
        }
        later(pause, () -> {
            exchange.getResponseBody().write(body[position]);
            exchange.getResponseBody().flush();
            dripFrom(position + 1, body, pause);
        });
    }

    private void head(Answer answer, int length) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), length == 0 || isHead() ? -1 : length);
    }

    private boolean isHead() {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException clientGone) {
            LOG.log(Level.DEBUG, "The client did not wait for its answer", clientGone);
            exchange.close();
        }
    }
}
