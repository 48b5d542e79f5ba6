package dev.b3lb.callback;

import dev.b3lb.meter.FromTheStart;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.OutcomeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts calls of this server to addresses that tenants chose, as {@code b3lb_callbacks_total}. */
@ApplicationScoped
public class CallbackMeter implements FromTheStart {

    private enum Outcome {
        DONE,
        FAILED,
        GIVEN_UP
    }

    private final OutcomeMeter<Outcome> outcomes;

    @Inject
    CallbackMeter(Meters meters) {
        this.outcomes = meters.outcomes(
                Outcome.class, "b3lb_callbacks_total", "outcome", "Calls to addresses that tenants chose");
    }

    /** A call was made. */
    void done() {
        outcomes.count(Outcome.DONE);
    }

    /** A call failed, or could not be made at all; it is made again later unless it is given up. */
    void failed(boolean givenUp) {
        outcomes.count(givenUp ? Outcome.GIVEN_UP : Outcome.FAILED);
    }
}
