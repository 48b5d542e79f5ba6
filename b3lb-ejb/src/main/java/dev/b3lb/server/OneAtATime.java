package dev.b3lb.server;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Runs work that comes again and again, never twice at the same time. When it begins to fail that is logged once, and
 * once more when it works again.
 */
public final class OneAtATime {

    private static final Logger LOG = Logger.getLogger(OneAtATime.class);

    private final String name;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param name what the work is called in the log */
    public OneAtATime(String name) {
        this.name = name;
    }

    /** Starts the work on the executor; does nothing while it is still under way. */
    public void run(Executor executor, Runnable work) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> runNow(work));
        } catch (RejectedExecutionException tooBusy) {
            running.set(false);
            failed(tooBusy);
        }
    }

    private void runNow(Runnable work) {
        try {
            work.run();
            if (failing.compareAndSet(true, false)) {
                LOG.infof("%s works again", name);
            }
        } catch (RuntimeException problem) {
            failed(problem);
        } finally {
            running.set(false);
        }
    }

    private void failed(RuntimeException problem) {
        if (failing.compareAndSet(false, true)) {
            LOG.warnf(problem, "%s does not work and is tried again: %s", name, problem.getMessage());
        }
    }
}
