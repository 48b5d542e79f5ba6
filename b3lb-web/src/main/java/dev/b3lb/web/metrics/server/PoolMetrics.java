package dev.b3lb.web.metrics.server;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;
import org.jboss.logging.Logger;

/**
 * Adds the figures of the server's pools to what MicroProfile Metrics tells by itself. That is done when somebody asks
 * for the first time, so a start does not wait for it.
 */
@ApplicationScoped
public class PoolMetrics {

    private static final Logger LOG = Logger.getLogger(PoolMetrics.class);

    private final ServerBeans beans;
    private final Map<String, FollowedCounter> counters = new LinkedHashMap<>();
    private volatile Map<String, Double> latest;

    @Inject
    PoolMetrics(@RegistryScope(scope = MetricRegistry.VENDOR_SCOPE) MetricRegistry registry) {
        this(registry, ServerBeans.ofThisProcess());
    }

    /** @param beans where the figures are */
    PoolMetrics(MetricRegistry registry, ServerBeans beans) {
        this.beans = beans;
        this.latest = beans.read(PoolFigure.ALL);
        PoolFigure.ALL.forEach(figure -> register(figure, registry));
        warnOfMissing();
    }

    private void register(PoolFigure figure, MetricRegistry registry) {
        String name = figure.name();
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(figure.text()).build();
        if (figure.kind() == PoolFigure.Kind.COUNTER) {
            counters.put(name, new FollowedCounter(registry.counter(metadata)));
        } else {
            registry.gauge(metadata, () -> latest.getOrDefault(name, Double.NaN));
        }
    }

    private void warnOfMissing() {
        String missing = PoolFigure.ALL.stream()
                .map(PoolFigure::name)
                .filter(name -> !latest.containsKey(name))
                .collect(joining(", "));
        if (!missing.isEmpty()) {
            LOG.warnf("The server does not tell these figures of its pools: %s", missing);
        }
    }

    /** Reads the pools' figures, so that those of this moment are told; one after the other, or counters seem to fall. */
    synchronized void refresh() {
        Map<String, Double> now = beans.read(PoolFigure.ALL);
        counters.forEach((name, counter) ->
                Optional.ofNullable(now.get(name)).map(Double::longValue).ifPresent(counter::follow));
        latest = now;
    }
}
