package dev.b3lb.meeting;

import dev.b3lb.meter.FromTheStart;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.OutcomeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts creates of new meetings, each once, by what came of it, as {@code b3lb_placements_total}. */
@ApplicationScoped
public class PlacementMeter implements FromTheStart {

    private enum Result {
        PLACED,
        HOT,
        MOVED,
        REFUSED_BY_NODE,
        NO_NODE,
        NO_TAGGED_NODE,
        LIMIT,
        FAILED
    }

    private final OutcomeMeter<Result> results;

    @Inject
    PlacementMeter(Meters meters) {
        this.results = meters.outcomes(
                Result.class, "b3lb_placements_total", "result", "Creates of new meetings, by what came of them");
    }

    /**
     * A node has confirmed the meeting.
     *
     * @param hot whether that is beyond the node's capacity
     * @param moved whether another node was tried before
     */
    void confirmed(boolean hot, boolean moved) {
        if (hot) {
            results.count(Result.HOT);
        } else {
            results.count(moved ? Result.MOVED : Result.PLACED);
        }
    }

    /** There was no place to begin with; a meeting that was there already is none of our business. */
    void refused(Reservation reservation) {
        if (reservation instanceof Reservation.NoNode) {
            results.count(Result.NO_NODE);
        } else if (reservation instanceof Reservation.NoTaggedNode) {
            results.count(Result.NO_TAGGED_NODE);
        } else if (reservation instanceof Reservation.OverLimit || reservation instanceof Reservation.TooManyOfId) {
            results.count(Result.LIMIT);
        }
    }

    /** The node works, and says that such a meeting cannot be. */
    void refusedByNode() {
        results.count(Result.REFUSED_BY_NODE);
    }

    /** No node could create the meeting, or not in time, or something of ours failed. */
    void failed() {
        results.count(Result.FAILED);
    }
}
