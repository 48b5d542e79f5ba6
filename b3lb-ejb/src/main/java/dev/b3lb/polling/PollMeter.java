package dev.b3lb.polling;

import dev.b3lb.meter.FromTheStart;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.OutcomeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts polls of this server, as {@code b3lb_polls_total}. */
@ApplicationScoped
public class PollMeter implements FromTheStart {

    private enum Outcome {
        GOOD,
        BAD,
        LOST
    }

    private final OutcomeMeter<Outcome> outcomes;

    @Inject
    PollMeter(Meters meters) {
        this.outcomes = meters.outcomes(
                Outcome.class,
                "b3lb_polls_total",
                "outcome",
                "Polls of nodes; lost are those that could not be written");
    }

    /** A result was written. */
    void written(PollResult result) {
        outcomes.count(result instanceof PollResult.Good ? Outcome.GOOD : Outcome.BAD);
    }

    /** A result was not written. */
    void lost() {
        outcomes.count(Outcome.LOST);
    }
}
