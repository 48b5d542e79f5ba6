package dev.b3lb.meter;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;

/** Counts how often a cache had what was wanted. */
public final class CacheMeter {

    private final CounterDataPoint hits;
    private final CounterDataPoint misses;

    CacheMeter(CounterDataPoint hits, CounterDataPoint misses) {
        this.hits = hits;
        this.misses = misses;
    }

    /** It had so many things, and so many others not. */
    public void asked(int had, int hadNot) {
        hits.inc(had);
        misses.inc(hadNot);
    }

    /** It had the thing, or not. */
    public void asked(boolean had) {
        (had ? hits : misses).inc();
    }
}
