package dev.b3lb.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Families as lines of text, for tests: those of histograms are left out. */
final class Lines {

    private static final DecimalFormat NUMBER =
            new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private Lines() {}

    static List<String> of(MetricSnapshots families) {
        return families.stream()
                .flatMap(family -> family.getDataPoints().stream()
                        .flatMap(point -> lines(family.getMetadata().getName(), point)))
                .toList();
    }

    private static Stream<String> lines(String name, DataPointSnapshot point) {
        if (point instanceof GaugeDataPointSnapshot gauge) {
            return Stream.of(line(name, point, gauge.getValue()));
        }
        if (point instanceof CounterDataPointSnapshot counter) {
            return Stream.of(line(name + "_total", point, counter.getValue()));
        }
        if (point instanceof InfoDataPointSnapshot) {
            return Stream.of(line(name + "_info", point, 1));
        }
        return point instanceof SummaryDataPointSnapshot summary
                ? Stream.of(
                        line(name + "_count", point, summary.getCount()), line(name + "_sum", point, summary.getSum()))
                : Stream.empty();
    }

    private static String line(String name, DataPointSnapshot point, double value) {
        String labels = point.getLabels().stream()
                .map(label -> label.getName() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return name + (labels.equals("{}") ? "" : labels) + " " + NUMBER.format(value);
    }
}
