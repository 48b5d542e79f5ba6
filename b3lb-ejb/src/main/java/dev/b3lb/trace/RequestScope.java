package dev.b3lb.trace;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.MDC;

/**
 * The time in which a thread works for a request. Each line that it logs meanwhile carries the request's id; afterwards
 * the thread is as it was before.
 *
 * <p>The id is in the log manager's diagnostic context (MDC), under the key {@code request}. New threads inherit that
 * from the one that makes them, for ever; so it says whose it is, and counts for no other.
 */
public final class RequestScope implements AutoCloseable {

    private static final String KEY = "request";

    /**
     * What stands in the diagnostic context. The log shows its text.
     *
     * @param id the request's id
     * @param owner number of the thread that works for the request
     */
    private record Mark(String id, long owner) {

        private boolean isOurs() {
            return owner == Thread.currentThread().getId();
        }

        @Override
        public String toString() {
            return isOurs() ? id : "";
        }
    }

    private final Optional<String> before;

    private RequestScope(Optional<String> before) {
        this.before = before;
    }

    /**
     * From now on this thread works for a request, until the scope is closed; by this thread, and before the scope in
     * which it was opened.
     */
    public static RequestScope open(String id) {
        return enter(Optional.of(id));
    }

    private static RequestScope enter(Optional<String> id) {
        RequestScope scope = new RequestScope(current());
        set(id);
        return scope;
    }

    /** The id of the request that this thread works for, if there is one. */
    public static Optional<String> current() {
        return MDC.get(KEY) instanceof Mark mark && mark.isOurs() ? Optional.of(mark.id()) : Optional.empty();
    }

    private static void set(Optional<String> id) {
        if (id.isPresent()) {
            MDC.put(KEY, new Mark(id.get(), Thread.currentThread().getId()));
        } else {
            MDC.remove(KEY);
        }
    }

    /** The thread works for whom it worked before. */
    @Override
    public void close() {
        set(before);
    }

    /** The work as done for whom this thread works for now, whichever thread does it. */
    public static Runnable carried(Runnable work) {
        return within(current(), work);
    }

    /**
     * An executor for all that goes on from here, whoever gives it work: it works for whom this thread works for now.
     */
    public static Executor carrying(Executor executor) {
        Optional<String> id = current();
        return work -> executor.execute(within(id, work));
    }

    /** An executor that always works for whom the one works for who gives it work. */
    public static Executor following(Executor executor) {
        return work -> executor.execute(carried(work));
    }

    private static Runnable within(Optional<String> id, Runnable work) {
        return () -> {
            try (RequestScope scope = enter(id)) {
                work.run();
            }
        };
    }
}
