package dev.b3lb.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {

    private enum Weather {
        SUN,
        NO_SUN
    }

    private final Meters meters = new Meters("b3lb-1");

    private List<? extends DataPointSnapshot> family(String name) {
        return meters.snapshots().stream()
                .filter(family -> family.getMetadata().getName().equals(name))
                .findFirst()
                .map(MetricSnapshot::getDataPoints)
                .orElseThrow();
    }

    private double number(String family, String... labels) {
        return family(family).stream()
                .filter(point -> point.getLabels().equals(Labels.of(labels)))
                .map(CounterDataPointSnapshot.class::cast)
                .mapToDouble(CounterDataPointSnapshot::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void outcomes_are_told_from_the_beginning_also_those_that_never_came() {
        OutcomeMeter<Weather> weather = meters.outcomes(Weather.class, "b3lb_days_total", "weather", "Days");
        weather.count(Weather.NO_SUN);
        weather.count(Weather.NO_SUN);

        assertThat(number("b3lb_days", "server", "b3lb-1", "weather", "no_sun")).isEqualTo(2);
        assertThat(number("b3lb_days", "server", "b3lb-1", "weather", "sun")).isZero();
    }

    @Test
    void calls_are_counted_and_timed_by_call_and_outcome() {
        CallMeter calls = meters.calls("b3lb_request", "Calls");
        calls.record("join", "success", Duration.ofMillis(3).toNanos());
        calls.record("join", "success", Duration.ofMillis(300).toNanos());
        calls.record("join", "not_found", Duration.ofMillis(1).toNanos());

        assertThat(number("b3lb_requests", "server", "b3lb-1", "call", "join", "outcome", "success"))
                .isEqualTo(2);
        HistogramDataPointSnapshot times = family("b3lb_request_duration_seconds").stream()
                .filter(point -> point.getLabels().get("outcome").equals("success"))
                .map(HistogramDataPointSnapshot.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(times.getSum()).isEqualTo(0.303);
        assertThat(times.getCount()).isEqualTo(2);
        assertThat(Arrays.stream(new double[] {0.0025, 0.005, 0.25, 0.5})
                        .map(bound -> times.getClassicBuckets().stream()
                                .filter(bucket -> bucket.getUpperBound() <= bound)
                                .mapToLong(bucket -> bucket.getCount())
                                .sum()))
                .containsExactly(0.0, 1.0, 1.0, 2.0);
    }

    @Test
    void caches_share_a_family() {
        CacheMeter listings = meters.cache(CacheName.LISTINGS);
        listings.asked(3, 1);
        meters.cache(CacheName.MEETINGS).asked(true);
        listings.asked(false);

        String family = "b3lb_cache_requests";
        assertThat(number(family, "server", "b3lb-1", "cache", "listings", "result", "hit"))
                .isEqualTo(3);
        assertThat(number(family, "server", "b3lb-1", "cache", "listings", "result", "miss"))
                .isEqualTo(2);
        assertThat(number(family, "server", "b3lb-1", "cache", "meetings", "result", "hit"))
                .isEqualTo(1);
    }

    @Test
    void a_name_means_one_thing_only() {
        meters.calls("b3lb_request", "Calls");
        assertThatThrownBy(() -> meters.calls("b3lb_request", "Others")).isInstanceOf(IllegalArgumentException.class);
    }
}
