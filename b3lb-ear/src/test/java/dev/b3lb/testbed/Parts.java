package dev.b3lb.testbed;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts that are closed together, last added first. Any thread may close them while another still starts parts: what is
 * added later is closed at once.
 */
public final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** Adds a part and gives it back. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            close(part);
        } else {
            open.push(part);
        }
        return part;
    }

    /** Whether there is nothing to close. */
    public synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether the parts were closed. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Closes all parts. One that cannot be closed does not keep the others from it.
     *
     * @throws TestbedFailure for the first that could not be closed
     */
    @Override
    public synchronized void close() {
        closed = true;
        TestbedFailure failure = null;
        while (!open.isEmpty()) {
            try {
                close(open.pop());
            } catch (TestbedFailure e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (TestbedFailure e) {
            throw e;
        } catch (Exception e) {
            throw new TestbedFailure(part.getClass().getSimpleName() + " could not be closed: " + e, e);
        }
    }
}
