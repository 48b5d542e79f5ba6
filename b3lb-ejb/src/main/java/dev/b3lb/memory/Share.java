package dev.b3lb.memory;

/** What one thing holds of a {@link Purse}; it has to be closed. Safe for use by several threads. */
public final class Share implements AutoCloseable {

    private final Purse purse;
    private final Object owner;
    private final long mostOfOwner;
    private long held;
    private boolean closed;

    Share(Purse purse, Object owner, long mostOfOwner) {
        this.purse = purse;
        this.owner = owner;
        this.mostOfOwner = mostOfOwner;
    }

    /** Takes some bytes more; false, and nothing is taken, if they are not there or the share is closed. */
    public synchronized boolean take(long bytes) {
        if (closed || !purse.take(owner, bytes, mostOfOwner)) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** Gives some of its bytes back; never more than it holds. */
    public synchronized void give(long bytes) {
        long given = Math.min(bytes, held);
        if (given > 0) {
            held -= given;
            purse.give(owner, given);
        }
    }

    /** How many bytes it holds. */
    public synchronized long held() {
        return held;
    }

    /** Gives back all of it; takes nothing any more. */
    @Override
    public synchronized void close() {
        give(held);
        closed = true;
    }
}
