package dev.b3lb.meeting;

import dev.b3lb.meter.FromTheStart;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.OutcomeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts what came of wishes for a node, as {@code b3lb_placements_total}. */
@ApplicationScoped
public class PlacementMeter implements FromTheStart {

    private enum Result {
        PLACED,
        HOT,
        MOVED,
        NO_NODE,
        NO_TAGGED_NODE,
        LIMIT,
        FAILED
    }

    private final OutcomeMeter<Result> results;

    @Inject
    PlacementMeter(Meters meters) {
        this.results = meters.outcomes(
                Result.class,
                "b3lb_placements_total",
                "result",
                "Wishes for a node for a new meeting, and what came of them");
    }

    /** What a new meeting was given; one that was there already is none. */
    void first(Reservation reservation) {
        if (reservation instanceof Reservation.Reserved reserved) {
            results.count(reserved.place().hot() ? Result.HOT : Result.PLACED);
        } else if (reservation instanceof Reservation.NoNode) {
            results.count(Result.NO_NODE);
        } else if (reservation instanceof Reservation.NoTaggedNode) {
            results.count(Result.NO_TAGGED_NODE);
        } else if (reservation instanceof Reservation.OverLimit) {
            results.count(Result.LIMIT);
        }
    }

    /** What a meeting was given whose node did not work. */
    void further(Reservation reservation) {
        if (reservation instanceof Reservation.Reserved reserved) {
            results.count(reserved.place().hot() ? Result.HOT : Result.MOVED);
        } else if (!(reservation instanceof Reservation.Known)) {
            failed();
        }
    }

    /** No node could create the meeting. */
    void failed() {
        results.count(Result.FAILED);
    }
}
