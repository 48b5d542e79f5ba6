package dev.b3lb.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One family: a figure that many things have.
 *
 * @param <T> what the figure is of
 */
final class Family<T> {

    private final BiFunction<List<T>, Function<T, Labels>, Optional<MetricSnapshot>> making;

    private Family(BiFunction<List<T>, Function<T, Labels>, Optional<MetricSnapshot>> making) {
        this.making = making;
    }

    /** A figure that goes up and down; things without one are left out. */
    static <T> Family<T> gauge(String name, String help, Function<T, Optional<Double>> value) {
        MetricMetadata metadata = new MetricMetadata(name, help);
        return new Family<>((things, labels) -> {
            List<GaugeDataPointSnapshot> points = new ArrayList<>(things.size());
            things.forEach(thing -> value.apply(thing)
                    .ifPresent(figure -> points.add(new GaugeDataPointSnapshot(figure, labels.apply(thing), null))));
            return points.isEmpty() ? Optional.empty() : Optional.of(new GaugeSnapshot(metadata, points));
        });
    }

    /**
     * A figure that only grows; things without one are left out.
     *
     * @param name without the {@code _total} that it is told with
     */
    static <T> Family<T> counter(String name, String help, Function<T, Optional<Double>> value) {
        MetricMetadata metadata = new MetricMetadata(name, help);
        return new Family<>((things, labels) -> {
            List<CounterDataPointSnapshot> points = new ArrayList<>(things.size());
            things.forEach(thing -> value.apply(thing)
                    .ifPresent(
                            figure -> points.add(new CounterDataPointSnapshot(figure, labels.apply(thing), null, 0))));
            return points.isEmpty() ? Optional.empty() : Optional.of(new CounterSnapshot(metadata, points));
        });
    }

    /** The figures of some things; nothing if none of them has one. */
    Optional<MetricSnapshot> of(List<T> things, Function<T, Labels> labels) {
        return making.apply(things, labels);
    }
}
