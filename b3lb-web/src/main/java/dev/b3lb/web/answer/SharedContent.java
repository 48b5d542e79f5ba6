package dev.b3lb.web.answer;

/**
 * Bytes that any number of clients may be reading at the same time; they are in memory once and counted once. Whoever
 * has joined has to leave; when the last one has left the memory is given back, and nobody can join any more. Safe for
 * use by several threads.
 */
public final class SharedContent {

    private final byte[] bytes;
    private final Runnable whenLeft;
    private int readers = 1;

    /**
     * With whoever makes it as the first reader.
     *
     * @param bytes which nobody may change any more
     * @param whenLeft gives back the memory, after the last reader
     */
    SharedContent(byte[] bytes, Runnable whenLeft) {
        this.bytes = bytes;
        this.whenLeft = whenLeft;
    }

    /** The bytes, for writing them; what cannot be written at once is kept without a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** One more reader; false when all have left and it has to be made anew. */
    synchronized boolean join() {
        if (readers == 0) {
            return false;
        }
        readers++;
        return true;
    }

    /** One reader less. */
    void leave() {
        if (isLast()) {
            whenLeft.run();
        }
    }

    private synchronized boolean isLast() {
        readers--;
        return readers == 0;
    }

    /** Whether all readers have left. */
    synchronized boolean isLeft() {
        return readers == 0;
    }

    /** Its size only: it may hold passwords. */
    @Override
    public String toString() {
        return "SharedContent[" + bytes.length + " bytes]";
    }
}
