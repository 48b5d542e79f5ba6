package dev.b3lb.meter;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts how something came out.
 *
 * @param <E> the outcomes; the label's values are their names in lower case
 */
public final class OutcomeMeter<E extends Enum<E>> {

    private final Map<E, CounterDataPoint> numbers;

    OutcomeMeter(Class<E> outcomes, Counter counter) {
        this.numbers = new EnumMap<>(outcomes);
        for (E outcome : outcomes.getEnumConstants()) {
            numbers.put(outcome, counter.labelValues(outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** It came out like that once more. */
    public void count(E outcome) {
        numbers.get(outcome).inc();
    }
}
