package dev.b3lb.meter;

import dev.b3lb.server.ServerStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * All counters and histograms of this server. Each carries the label {@code server}, so that those of several servers
 * can be told apart and added up. A name can be used once.
 */
@ApplicationScoped
public class Meters implements FromTheStart {

    /** Seconds, from an answer out of memory to the longest that a client waits for. */
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Labels server;
    private final Counter caches;

    @Inject
    Meters(ServerStatus status) {
        this(status.name());
    }

    /** @param server this server's name */
    Meters(String server) {
        this.server = Labels.of("server", server);
        this.caches = counter(
                "b3lb_cache_requests_total",
                "Questions to what is kept in memory, by whether it was there",
                "cache",
                "result");
        for (CacheName cache : CacheName.values()) {
            cache(cache);
        }
    }

    /** A counter of something that happens now and then; its name ends with {@code _total}. */
    Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .constLabels(server)
                .withoutExemplars()
                .register(registry);
    }

    /** A histogram of seconds. */
    Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .constLabels(server)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .withoutExemplars()
                .register(registry);
    }

    /**
     * Counts and times calls, as {@code {name}s_total} and {@code {name}_duration_seconds}.
     *
     * @param what is called, for people
     */
    public CallMeter calls(String name, String what) {
        return new CallMeter(this, name, what);
    }

    /** Counts how something came out, from 0 on for each outcome. */
    public <E extends Enum<E>> OutcomeMeter<E> outcomes(Class<E> outcomes, String name, String label, String help) {
        return new OutcomeMeter<>(outcomes, counter(name, help, label));
    }

    /** Counts how often a cache had what was wanted. */
    public CacheMeter cache(CacheName cache) {
        String name = cache.name().toLowerCase(Locale.ROOT);
        return new CacheMeter(caches.labelValues(name, "hit"), caches.labelValues(name, "miss"));
    }

    /** All figures at this moment. */
    public MetricSnapshots snapshots() {
        return registry.scrape();
    }
}
