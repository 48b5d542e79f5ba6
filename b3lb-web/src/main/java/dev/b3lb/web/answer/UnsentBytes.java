package dev.b3lb.web.answer;

import dev.b3lb.memory.Share;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xnio.Buffers;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Keeps what a client has not fetched yet of its answer, so that the thread that writes the answer never waits for the
 * client. As long as the client keeps up, nothing is kept and all calls go straight on. When the connection takes no
 * more, the rest is taken in here and counted; each later call sends of it what there is room for. A client for which
 * there is no memory, or that is too slow, loses its connection.
 *
 * <p>The server ends an answer up to twice: first the response's stream waits until all is sent, which would hold the
 * thread, and then the exchange may ask whether it is. So the first is told yes, and the connection's own thread takes
 * over; the second is told the truth. When the answer is complete the connection may be at the next one already, with the
 * same parts, so nothing is passed on any more.
 */
final class UnsentBytes extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private final ConduitStreamSinkChannel channel;
    private final Pace pace;
    private final UnsentQueue queue;
    private boolean watched;
    private boolean last;
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
        this.channel = ((AbstractServerConnection) exchange.getConnection())
                .getChannel()
                .getSinkChannel();
        this.pace = pace;
        this.queue = new UnsentQueue(unsent, shared);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return (int) write(new ByteBuffer[] {source}, 0, 1);
    }

    @Override
    public synchronized long write(ByteBuffer[] sources, int offset, int length) throws IOException {
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
        return (int) writeFinal(new ByteBuffer[] {source}, 0, 1);
    }

    @Override
    public synchronized long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        long written = write(sources, offset, length);
        last = true;
        end();
        return written;
    }

    @Override
    public synchronized void terminateWrites() throws IOException {
        if (!exchange.isResponseComplete()) {
            ends++;
            end();
        }
    }

    @Override
    public synchronized boolean flush() throws IOException {
        if (exchange.isResponseComplete() || isSent()) {
            return true;
        }
        boolean isOwnThread = exchange.isInIoThread();
        if (ends == 0 && !isOwnThread) {
            return true; // whoever writes goes on, and sends more with it
        }
        watch();
        if (ends < 2 && !isOwnThread) {
            handOver();
            return true;
        }
        return false;
    }

    /** Sends what there is room for; whether that was all. */
    private boolean isSent() throws IOException {
        send();
        end();
        return queue.isEmpty() && next.flush();
    }

    /** The connection's own thread sends the rest. */
    private void handOver() {
        ChannelListener<? super ConduitStreamSinkChannel> before = channel.getWriteListener();
        channel.setWriteListener(writable -> sendRest(before));
        next.resumeWrites();
    }

    private synchronized void sendRest(ChannelListener<? super ConduitStreamSinkChannel> before) {
        try {
            if (exchange.isResponseComplete() || isSent()) {
                channel.setWriteListener(before);
                channel.suspendWrites();
            }
        } catch (IOException gone) {
            IoUtils.safeClose(exchange.getConnection());
        }
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
        if ((last || ends > 0) && !ended && queue.isEmpty()) {
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
