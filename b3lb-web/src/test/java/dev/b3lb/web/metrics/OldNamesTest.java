package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldNamesTest {

    private static CounterSnapshot counter(String name, Labels labels, double value) {
        return CounterSnapshot.builder()
                .name(name)
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build();
    }

    private static String old(MetricSnapshot... families) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OldNames.write(new MetricSnapshots(families), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "b3lb_attendees_joined, b3lb_attendees_total",
        "b3lb_meetings_created, b3lb_meetings_total",
        "b3lb_attendee_limit_hits, b3lb_attendee_limit_hits",
        "b3lb_meeting_limit_hits, b3lb_meeting_limit_hits",
    })
    void counters_have_the_names_of_b3lb(String name, String old) throws IOException {
        assertThat(old(counter(name, Labels.of("secret", "ACME-005"), 17))).isEqualTo("""
                        # HELP %2$s The same as %1$s_total, as B3LB names it.
                        # TYPE %2$s counter
                        %2$s{secret="ACME-005"} 17.0
                        """.formatted(name, old));
    }

    @Test
    void a_tenants_have_no_label() throws IOException {
        assertThat(old(counter("b3lb_meetings_created", Labels.EMPTY, 2))).endsWith("\nb3lb_meetings_total 2.0\n");
    }

    @Test
    void labels_are_written_so_that_they_can_be_read() throws IOException {
        assertThat(old(counter("b3lb_meetings_created", Labels.of("a", "1", "b", "x\"y\\z\n"), 2)))
                .endsWith("{a=\"1\",b=\"x\\\"y\\\\z\\n\"} 2.0\n");
    }

    @Test
    void what_is_not_there_or_has_no_old_name_is_left_out() throws IOException {
        assertThat(old(
                        counter("b3lb_requests", Labels.EMPTY, 1),
                        GaugeSnapshot.builder().name("b3lb_meetings").build()))
                .isEmpty();
    }
}
