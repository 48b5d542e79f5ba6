package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds the memory of all large answers that are read at a time. When it is used up, only the answer that came first
 * goes on, so that one after the other gets to its end or to its time limit; the others are not asked for more bytes,
 * which costs no thread. Safe for use by several threads.
 */
public final class AnswerMemory {

    private final long total;
    private final Map<Share, Runnable> shares = new LinkedHashMap<>();
    private long used;

    /** @param total bytes of all answers together, beyond which only one goes on */
    public AnswerMemory(long total) {
        this.total = total;
    }

    /** What one answer holds of the memory; it has to be closed. */
    final class Share implements AutoCloseable {

        private long held;
        private boolean closed;

        /**
         * Bytes have come in.
         *
         * @param more asks for more bytes; called now, or as soon as there is room, or never once this is closed
         */
        void take(int bytes, Runnable more) {
            if (taken(this, bytes, more)) {
                more.run();
            }
        }

        /** Gives back what was taken. */
        @Override
        public void close() {
            given(this).forEach(Runnable::run);
        }
    }

    /** A new answer. */
    Share open() {
        return new Share();
    }

    /** Bytes that are held at the moment. */
    synchronized long used() {
        return used;
    }

    private synchronized boolean taken(Share share, int bytes, Runnable more) {
        if (share.closed) {
            return false;
        }
        share.held += bytes;
        used += bytes;
        shares.putIfAbsent(share, null);
        boolean mayGoOn = used <= total || first() == share;
        shares.put(share, mayGoOn ? null : more);
        return mayGoOn;
    }

    private Share first() {
        return shares.keySet().iterator().next();
    }

    private synchronized List<Runnable> given(Share share) {
        if (share.closed) {
            return List.of();
        }
        share.closed = true;
        used -= share.held;
        shares.remove(share);
        List<Runnable> resumed = new ArrayList<>();
        for (Map.Entry<Share, Runnable> other : shares.entrySet()) {
            boolean mayGoOn = used <= total || other.getKey() == first();
            if (other.getValue() != null && mayGoOn) {
                resumed.add(other.getValue());
                other.setValue(null);
            }
        }
        return resumed;
    }
}
