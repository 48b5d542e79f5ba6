package dev.b3lb.server;

import dev.b3lb.trace.RequestScope;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Part of an executor's threads for work of one kind: a few at once, the rest waits in its order. So that work of which
 * there is much leaves threads, and what it does there, to others. Each work is done for the request that its giver works
 * for. Safe for use by several threads.
 */
public final class Lane implements Executor {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Executor executor;
    private final int width;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param executor whose threads are used
     * @param width how many of them at once
     */
    public Lane(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    /** How much work waits for its turn. */
    public synchronized int backlog() {
        return waiting.size();
    }

    /** @throws RejectedExecutionException if the executor takes no more work and none of ours is under way there */
    @Override
    public void execute(Runnable given) {
        Runnable work = RequestScope.carried(given);
        if (!join(work)) {
            return;
        }
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException busy) {
            if (leave(work)) {
                throw busy;
            }
        }
    }

    /** Whether one more thread is wanted. */
    private synchronized boolean join(Runnable work) {
        waiting.add(work);
        if (running == width) {
            return false;
        }
        running++;
        return true;
    }

    /** Whether the work is given up: nobody else will take it. */
    private synchronized boolean leave(Runnable work) {
        running--;
        return running == 0 && waiting.remove(work);
    }

    private synchronized Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }

    private void drain() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException | Error problem) { // a thread that is lost here would never be replaced
                LOG.error("Work failed that was to tell its failures", problem);
            }
        }
    }
}
