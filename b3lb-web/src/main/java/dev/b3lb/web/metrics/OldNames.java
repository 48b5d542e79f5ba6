package dev.b3lb.web.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Tells counters once more under the names that they have in B3LB, for dashboards that were made there. Neither
 * OpenMetrics nor the library can say them: one counter must not be named like a gauge with {@code _total} behind it,
 * and each must end in {@code _total}.
 */
final class OldNames {

    /** By their names without {@code _total}. */
    private static final Map<String, String> NAMES = Map.of(
            "b3lb_attendees_joined", "b3lb_attendees_total",
            "b3lb_meetings_created", "b3lb_meetings_total",
            "b3lb_attendee_limit_hits", "b3lb_attendee_limit_hits",
            "b3lb_meeting_limit_hits", "b3lb_meeting_limit_hits");

    private OldNames() {}

    /** Writes what there is of them in Prometheus' text, to stand behind the rest of a document. */
    static void write(MetricSnapshots families, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (MetricSnapshot family : families) {
            String old = NAMES.get(name(family));
            if (old != null && family instanceof CounterSnapshot counter) {
                append(text, old, counter);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(MetricSnapshot family) {
        return family.getMetadata().getPrometheusName().replaceFirst("_total$", "");
    }

    private static void append(StringBuilder text, String name, CounterSnapshot counter) {
        text.append("# HELP ")
                .append(name)
                .append(" The same as ")
                .append(name(counter))
                .append("_total, as B3LB names it.\n# TYPE ")
                .append(name)
                .append(" counter\n");
        for (CounterDataPointSnapshot point : counter.getDataPoints()) {
            append(text.append(name), point.getLabels());
            text.append(' ').append(point.getValue()).append('\n');
        }
    }

    private static void append(StringBuilder text, Labels labels) {
        if (labels.isEmpty()) {
            return;
        }
        for (int i = 0; i < labels.size(); i++) {
            text.append(i == 0 ? '{' : ',').append(labels.getPrometheusName(i)).append("=\"");
            text.append(escaped(labels.getValue(i))).append('"');
        }
        text.append('}');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
