package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.web.negotiation.MediaPreference;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsFormTest {

    private static MetricsForm wanted(String accept) {
        return MetricsForm.wanted(MediaPreference.of(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,"
                        + "text/plain;version=1.0.0;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.2",
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                "application/openmetrics-text,text/plain",
                "Application/OpenMetrics-Text",
            })
    void open_metrics_is_for_who_asks_for_it(String accept) {
        assertThat(wanted(accept)).isEqualTo(MetricsForm.OPEN_METRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html,*/*;q=0.8",
                "application/*",
                "application/json",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                "application/openmetrics-text;q=0.3,text/plain;q=0.5",
                "text/plain;version=0.0.4;q=0.5,application/openmetrics-text;version=1.0.0;q=0.4",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
                ";;,/",
            })
    void everybody_else_gets_prometheus_text(String accept) {
        assertThat(wanted(accept)).isEqualTo(MetricsForm.PROMETHEUS);
    }

    @Test
    void each_form_says_what_it_is() throws IOException {
        MetricSnapshots families = new MetricSnapshots(GaugeSnapshot.builder()
                .name("b3lb_meetings")
                .dataPoint(GaugeDataPointSnapshot.builder().value(3).build())
                .build());

        assertThat(MetricsForm.PROMETHEUS.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(MetricsForm.OPEN_METRICS.contentType())
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(text(MetricsForm.PROMETHEUS, families)).isEqualTo("# TYPE b3lb_meetings gauge\nb3lb_meetings 3.0\n");
        assertThat(text(MetricsForm.OPEN_METRICS, families)).endsWith("b3lb_meetings 3.0\n# EOF\n");
    }

    private static String text(MetricsForm form, MetricSnapshots families) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(families, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
