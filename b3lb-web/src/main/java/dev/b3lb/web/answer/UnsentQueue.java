package dev.b3lb.web.answer;

import dev.b3lb.memory.Share;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Parts of an answer that wait to be sent, in their order: copies, which are counted, or places in a content that is
 * shared. Safe for use by several threads: connections may end on any.
 */
final class UnsentQueue {

    private final Supplier<Share> unsent;
    private final Supplier<Optional<SharedContent>> shared;
    private final Deque<Part> parts = new ArrayDeque<>();

    /** Only there when something had to be copied, since most clients keep up. */
    private Optional<Share> share = Optional.empty();

    /** How many bytes of the answer's body have come so far, sent and kept. */
    private long come;

    /**
     * @param unsent opens the share in which copies are counted
     * @param shared what the whole body is, if several clients read the same
     */
    UnsentQueue(Supplier<Share> unsent, Supplier<Optional<SharedContent>> shared) {
        this.unsent = unsent;
        this.shared = shared;
    }

    /** Bytes that have to be sent, and how many of these are counted. */
    private record Part(ByteBuffer bytes, int counted) {}

    /** Some bytes went past, without being kept. */
    synchronized void passed(long bytes) {
        come += bytes;
    }

    /** Takes in all of a buffer; false when there is no memory for it. */
    synchronized boolean keep(ByteBuffer source) {
        int length = source.remaining();
        if (length == 0) {
            return true;
        }
        Optional<ByteBuffer> place = placeInShared(source);
        if (place.isPresent()) {
            parts.add(new Part(place.get(), 0));
            source.position(source.limit());
        } else if (!copy(source, length)) {
            return false;
        }
        come += length;
        return true;
    }

    /** What was announced as shared may not be what is answered in the end, so it is compared. */
    private Optional<ByteBuffer> placeInShared(ByteBuffer source) {
        return shared.get()
                .map(SharedContent::bytes)
                .filter(bytes -> come + source.remaining() <= bytes.length)
                .map(bytes -> ByteBuffer.wrap(bytes, (int) come, source.remaining()))
                .filter(source::equals);
    }

    private boolean copy(ByteBuffer source, int length) {
        share = share.or(() -> Optional.of(unsent.get()));
        if (!share.get().take(length)) {
            return false;
        }
        ByteBuffer copy = ByteBuffer.allocate(length);
        copy.put(source).flip();
        parts.add(new Part(copy, length));
        return true;
    }

    /** Whether all has been sent. */
    synchronized boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Writes as much of the first part as is taken, and how much that was. */
    synchronized long writeTo(StreamSinkConduit next) throws IOException {
        Part first = parts.peek();
        int sent = first == null ? 0 : next.write(first.bytes());
        if (first != null && !first.bytes().hasRemaining()) {
            parts.poll(); // writing may have ended the connection, and cleared this
            share.ifPresent(counted -> counted.give(first.counted()));
        }
        return sent;
    }

    /** Nothing of it will be sent any more. */
    synchronized void clear() {
        parts.clear();
        share.ifPresent(Share::close);
    }
}
