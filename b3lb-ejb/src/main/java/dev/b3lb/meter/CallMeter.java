package dev.b3lb.meter;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.concurrent.TimeUnit;

/** Counts and times calls, by which call it is and how it came out. Costs some hundred nanoseconds. */
public final class CallMeter {

    private final Counter number;
    private final Histogram seconds;

    CallMeter(Meters meters, String name, String what) {
        this.number = meters.counter(name + "s_total", what, "call", "outcome");
        this.seconds = meters.histogram(name + "_duration_seconds", "How long it took: " + what, "call", "outcome");
    }

    /**
     * A call is over.
     *
     * @param call one of a bounded number of names
     * @param outcome one of a bounded number of words
     * @param nanos how long it took
     */
    public void record(String call, String outcome, long nanos) {
        number.labelValues(call, outcome).inc();
        seconds.labelValues(call, outcome).observe((double) nanos / TimeUnit.SECONDS.toNanos(1));
    }
}
