package dev.b3lb.web.metrics;

import dev.b3lb.web.negotiation.MediaPreference;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;

/** The forms in which metrics are told. */
enum MetricsForm {
    /** Prometheus' text, which everybody gets who asks for nothing else. */
    PROMETHEUS("text/plain", "0.0.4", PrometheusTextFormatWriter.create()),
    /** OpenMetrics. */
    OPEN_METRICS("application/openmetrics-text", "1.0.0", OpenMetricsTextFormatWriter.create());

    private final String mediaType;
    private final String version;
    private final ExpositionFormatWriter writer;

    MetricsForm(String mediaType, String version, ExpositionFormatWriter writer) {
        this.mediaType = mediaType;
        this.version = version;
        this.writer = writer;
    }

    /** The form that a client wants: OpenMetrics if it names it and likes it no less than the other. */
    static MetricsForm wanted(MediaPreference accepted) {
        OptionalDouble named = accepted.named(OPEN_METRICS.mediaType, OPEN_METRICS.version);
        return named.orElse(0) > 0 && named.getAsDouble() >= accepted.quality(PROMETHEUS.mediaType, PROMETHEUS.version)
                ? OPEN_METRICS
                : PROMETHEUS;
    }

    /** The media type with version and charset. */
    String contentType() {
        return mediaType + "; version=" + version + "; charset=utf-8";
    }

    /** Writes a whole document; the stream stays open. */
    void write(MetricSnapshots families, OutputStream out) throws IOException {
        writer.write(out, families);
    }
}
