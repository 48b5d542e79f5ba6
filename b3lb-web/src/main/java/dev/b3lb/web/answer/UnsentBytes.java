package dev.b3lb.web.answer;

import dev.b3lb.memory.Share;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xnio.Buffers;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.WriteReadyHandler;

/**
 * Keeps what a client has not fetched yet of its answer, so that the thread that writes the answer never waits for the
 * client. As long as the client keeps up, nothing is kept and all calls go straight on. When the connection takes no
 * more, what a thread of the application writes is taken in here, counted, and sent by the connection's own thread
 * whenever there is room. A client for which there is no memory, or that is too slow, loses its connection.
 *
 * <p>The server ends an answer twice: first the response's stream waits until all is sent, which would hold the thread,
 * and then the exchange asks whether it is, and is called back if not. So the first is told yes and the second the truth.
 */
final class UnsentBytes extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private final ConduitStreamSinkChannel channel;
    private final Pace pace;
    private final UnsentQueue queue;
    private boolean sending;
    private boolean wanted;
    private int ends;
    private IOException failure;

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

    private boolean isOwnThread() {
        return exchange.isInIoThread();
    }

    @Override
    public synchronized int write(ByteBuffer source) throws IOException {
        return (int) write(new ByteBuffer[] {source}, 0, 1);
    }

    @Override
    public synchronized long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        requireSound();
        long before = Buffers.remaining(sources, offset, length);
        if (before == 0) {
            return 0;
        }
        if (!sending) {
            queue.passed(next.write(sources, offset, length));
        }
        if (!isOwnThread() && Buffers.hasRemaining(sources, offset, length)) {
            keep(sources, offset, length);
        }
        return before - Buffers.remaining(sources, offset, length);
    }

    private void keep(ByteBuffer[] sources, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (!queue.keep(sources[i])) {
                throw failed(new IOException("There is no memory for what the client does not fetch"));
            }
        }
        send();
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
    public synchronized long transferFrom(FileChannel source, long position, long count) throws IOException {
        requireSound();
        return sending ? 0 : next.transferFrom(source, position, count);
    }

    @Override
    public synchronized long transferFrom(StreamSourceChannel source, long count, ByteBuffer through)
            throws IOException {
        requireSound();
        return sending ? 0 : next.transferFrom(source, count, through);
    }

    @Override
    public synchronized void terminateWrites() throws IOException {
        ends++;
        if (!sending && failure == null) {
            next.terminateWrites();
        }
    }

    @Override
    public synchronized boolean flush() throws IOException {
        requireSound();
        if (!sending && next.flush()) {
            return true;
        }
        if (isOwnThread() || ends > 1) {
            return false;
        }
        send();
        return true;
    }

    @Override
    public synchronized void truncateWrites() throws IOException {
        stopSending();
        queue.clear();
        next.truncateWrites();
    }

    private void requireSound() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    // --- Sending by the connection's own thread ---

    private void send() {
        if (!sending) {
            sending = true;
            wanted = next.isWriteResumed();
            pace.begin();
            lookAfter();
            next.setWriteReadyHandler(new Sender());
            next.wakeupWrites();
        }
    }

    private void lookAfter() {
        exchange.getIoThread().executeAfter(this::look, Pace.LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (sending && pace.isTooSlow()) {
            failed(new IOException("The client fetches its answer too slowly"));
        } else if (sending) {
            lookAfter();
        }
    }

    /** What the connection's own thread calls as soon as there is room. */
    private final class Sender implements WriteReadyHandler {

        @Override
        public void writeReady() {
            sendSome();
        }

        @Override
        public void forceTermination() {
            gone();
        }

        @Override
        public void terminated() {
            gone();
        }
    }

    private synchronized void sendSome() {
        if (!sending) {
            return;
        }
        try {
            while (!queue.isEmpty()) {
                long sent = queue.writeTo(next);
                if (sent == 0) {
                    return;
                }
                pace.fetched(sent);
            }
            if (ends > 0) {
                next.terminateWrites();
            }
            if (next.flush()) {
                stopSending();
                goOn();
            }
        } catch (IOException broken) {
            failed(broken);
        }
    }

    private synchronized void gone() {
        failed(new IOException("The client has closed its connection"));
    }

    /** Whoever waits for room, or for the end, is told that it is there; always by the connection's own thread. */
    private void goOn() {
        notifyAll();
        if (wanted) {
            usual().writeReady();
        } else {
            next.suspendWrites();
        }
    }

    /** Who hears of room while nothing is kept. */
    private WriteReadyHandler usual() {
        return new WriteReadyHandler.ChannelListenerHandler<>(channel);
    }

    private void stopSending() {
        if (sending) {
            sending = false;
            next.setWriteReadyHandler(usual());
        }
    }

    private IOException failed(IOException cause) {
        if (failure == null) {
            failure = cause;
            queue.clear();
            stopSending();
            IoUtils.safeClose(exchange.getConnection());
            notifyAll();
            if (wanted) {
                exchange.getIoThread().execute(usual()::writeReady);
            }
        }
        return failure;
    }

    // --- What others may ask of the connection meanwhile ---

    @Override
    public synchronized void resumeWrites() {
        wanted = true;
        if (!sending) {
            next.resumeWrites();
        }
    }

    @Override
    public synchronized void suspendWrites() {
        wanted = false;
        if (!sending) {
            next.suspendWrites();
        }
    }

    @Override
    public synchronized void wakeupWrites() {
        wanted = true;
        if (!sending) {
            next.wakeupWrites();
        }
    }

    @Override
    public synchronized boolean isWriteResumed() {
        return sending ? wanted : next.isWriteResumed();
    }

    @Override
    public void awaitWritable() throws IOException {
        if (!isAwaitedHere(0)) {
            next.awaitWritable();
        }
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        if (!isAwaitedHere(unit.toMillis(time))) {
            next.awaitWritable(time, unit);
        }
    }

    private synchronized boolean isAwaitedHere(long millis) throws IOException {
        if (sending) {
            try {
                wait(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("Nobody waits any longer", stopped);
            }
            return true;
        }
        requireSound();
        return false;
    }

    @Override
    public synchronized boolean isWriteShutdown() {
        return next.isWriteShutdown();
    }
}
