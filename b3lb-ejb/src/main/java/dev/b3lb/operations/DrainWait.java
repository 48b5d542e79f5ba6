package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.meeting.MeetingsOnNodes;
import dev.b3lb.meeting.MeetingsOnNodes.Busy;
import dev.b3lb.server.StopSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Waits until nodes are empty. Between two looks nothing is held but the caller's thread. A database that is away for
 * a while does not end the wait.
 */
@ApplicationScoped
public class DrainWait {

    private static final Logger LOG = Logger.getLogger(DrainWait.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Each keeps a thread, and over REST that is one of those that answer front ends. */
    private static final int MOST_WAITING = 8;

    private final MeetingsOnNodes meetings;
    private final StopSignal stop;
    private final Semaphore turns = new Semaphore(MOST_WAITING);

    @Inject
    DrainWait(MeetingsOnNodes meetings, StopSignal stop) {
        this.meetings = meetings;
        this.stop = stop;
    }

    /**
     * Looks until no meeting is left or the time is up, at least once.
     *
     * @return nodes that still have meetings, the busiest first
     * @throws RefusedException when the server stops meanwhile, when the database does not answer at the end, or at once
     *     when eight others wait here already
     */
    List<Busy> drained(Collection<UUID> nodes, Duration wait) {
        if (wait.isZero()) {
            return waited(nodes, wait);
        }
        if (!turns.tryAcquire()) {
            throw new RefusedException(
                    Reason.UNAVAILABLE,
                    "The nodes are switched, but " + MOST_WAITING
                            + " others wait here for nodes already; servers shows how many meetings still run.");
        }
        try {
            return waited(nodes, wait);
        } finally {
            turns.release();
        }
    }

    private List<Busy> waited(Collection<UUID> nodes, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        Optional<List<Busy>> busy = look(nodes);
        while (busy.filter(List::isEmpty).isEmpty() && System.nanoTime() < end) {
            pause();
            busy = look(nodes);
        }
        return busy.orElseThrow(
                () -> new RefusedException(
                        Reason.UNAVAILABLE,
                        "The nodes are switched, but the database does not answer; servers shows how many meetings still run."));
    }

    private Optional<List<Busy>> look(Collection<UUID> nodes) {
        try {
            return Optional.of(meetings.among(nodes));
        } catch (RuntimeException away) {
            LOG.debugf("Meetings on nodes could not be counted: %s", away.getMessage());
            return Optional.empty();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
        if (stop.given()) {
            throw stopping();
        }
    }

    private static RefusedException stopping() {
        return new RefusedException(
                Reason.UNAVAILABLE, "The nodes are switched, but this server stops; wait on another one.");
    }
}
