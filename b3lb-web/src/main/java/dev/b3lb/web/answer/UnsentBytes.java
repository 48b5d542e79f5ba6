package dev.b3lb.web.answer;

import dev.b3lb.memory.Share;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xnio.Buffers;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Keeps what a client has not fetched yet of its answer, so that the thread that writes the answer never waits for the
 * client. As long as the client keeps up, nothing is kept and all calls go straight on. When the connection takes no
 * more, the rest is taken in here and counted; each later call sends of it what there is room for. A client for which
 * there is no memory, or that is too slow, loses its connection.
 *
 * <p>The server ends an answer twice: first the response's stream waits until all is sent, which would hold the thread,
 * and then the exchange asks whether it is, and has the connection's own thread flush the rest if not. So the first is
 * told yes and the second the truth. Until then one thread at a time works on an answer, and afterwards the connection's
 * own one alone.
 */
final class UnsentBytes extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private final Pace pace;
    private final UnsentQueue queue;
    private boolean watched;
    private boolean ended;
    private int ends;

    UnsentBytes(
            StreamSinkConduit next,
            HttpServerExchange exchange,
            Supplier<Share> unsent,
            Pace pace,
            Supplier<Optional<SharedContent>> shared) {
        super(next);
        this.exchange = exchange;
        this.pace = pace;
        this.queue = new UnsentQueue(unsent, shared);
    }

    /** The answer is over, or its connection. */
    void over() {
        queue.clear();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return (int) write(new ByteBuffer[] {source}, 0, 1);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long all = Buffers.remaining(sources, offset, length);
        send();
        if (queue.isEmpty() && all > 0) {
            queue.passed(next.write(sources, offset, length));
        }
        for (int i = offset; i < offset + length; i++) {
            if (!queue.keep(sources[i])) {
                queue.clear();
                throw new IOException("There is no memory for what the client does not fetch");
            }
        }
        return all;
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        return Conduits.writeFinalBasic(this, source);
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        return Conduits.writeFinalBasic(this, sources, offset, length);
    }

    @Override
    public void terminateWrites() throws IOException {
        ends++;
        end();
    }

    @Override
    public boolean flush() throws IOException {
        send();
        end();
        boolean sent = queue.isEmpty() && next.flush();
        if (sent || ends < 2 && !exchange.isInIoThread()) {
            return true;
        }
        watch();
        return false;
    }

    /** Sends of what is kept as much as there is room for. */
    private void send() throws IOException {
        for (long sent = 1; sent > 0 && !queue.isEmpty(); ) {
            sent = queue.writeTo(next);
            pace.fetched(sent);
        }
    }

    /** Ends the answer as soon as there is nothing left of it. */
    private void end() throws IOException {
        if (ends > 0 && !ended && queue.isEmpty()) {
            ended = true;
            next.terminateWrites();
        }
    }

    /** From now on the client is waited for, by nobody but the connection's own thread. */
    private void watch() {
        if (!watched) {
            watched = true;
            pace.begin();
            lookLater();
        }
    }

    private void lookLater() {
        exchange.getIoThread().executeAfter(this::look, Pace.LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!exchange.isComplete() && pace.isTooSlow()) {
            IoUtils.safeClose(exchange.getConnection());
        } else if (!exchange.isComplete()) {
            lookLater();
        }
    }
}
