package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.monitoring.Scrape.Family;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTest {

    @Test
    void families_and_samples_are_read_with_odd_labels_and_values() {
        Scrape scrape = Scrape.parse("""
                # HELP b3lb_node_load Load # TYPE of a node
                # TYPE b3lb_node_load gauge
                b3lb_node_load{node="bbb,01",cluster="a \\"b\\" {c} \\\\"} -1.0
                b3lb_node_load{node="bbb02",cluster="",} NaN

                # TYPE b3lb_poll_age_seconds gauge
                b3lb_poll_age_seconds 1.5E-4 1700000000000
                """);

        assertThat(scrape.families())
                .containsExactly(new Family("b3lb_node_load", "gauge"), new Family("b3lb_poll_age_seconds", "gauge"));
        assertThat(scrape.samples()).hasSize(3);
        assertThat(scrape.samples().get(0).labels())
                .isEqualTo(Map.of("node", "bbb,01", "cluster", "a \\\"b\\\" {c} \\\\"));
        assertThat(scrape.samples().get(1).labels()).isEqualTo(Map.of("node", "bbb02", "cluster", ""));
        assertThat(scrape.samples().get(1).value()).isEqualTo("NaN");
        assertThat(scrape.samples().get(2).labels()).isEmpty();
        assertThat(scrape.samples().get(2).value()).isEqualTo("1.5E-4");
    }

    @Test
    void samples_of_histograms_and_summaries_belong_to_their_family() {
        Scrape scrape = Scrape.parse("""
                # TYPE b3lb_request_duration_seconds histogram
                b3lb_request_duration_seconds_bucket{call="join",le="+Inf"} 3
                b3lb_request_duration_seconds_count{call="join"} 3
                b3lb_request_duration_seconds_sum{call="join"} 0.2
                # TYPE b3lb_requests_total counter
                b3lb_requests_total{call="join"} 3.0
                b3lb_stray 1
                """);

        Family histogram = scrape.families().get(0);
        assertThat(scrape.samplesOf(histogram)).hasSize(3);
        assertThat(scrape.familyOf(scrape.samples().get(2))).contains(histogram);
        assertThat(scrape.familyOf(scrape.samples().get(3))).contains(new Family("b3lb_requests_total", "counter"));
        assertThat(scrape.familyOf(scrape.samples().get(4))).isEmpty();
    }

    @Test
    void a_sample_is_written_as_a_series() {
        Scrape.Sample sample =
                Scrape.parse("b3lb_up{server=\"a\",node=\"n\"} 1").samples().get(0);

        assertThat(sample.series(new TreeMap<>(Map.of("server", "b", "job", "b3lb"))))
                .isEqualTo("b3lb_up{job=\"b3lb\", node=\"n\", server=\"b\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "b3lb_up{node=n} 1", "b3lb_up{node=\"n\"}", "b3lb_up{node=\"n\" 1", "b3lb_up 1 2 3"})
    void what_is_no_sample_is_refused(String line) {
        assertThatThrownBy(() -> Scrape.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
