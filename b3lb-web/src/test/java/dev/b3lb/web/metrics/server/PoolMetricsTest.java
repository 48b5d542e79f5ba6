package dev.b3lb.web.metrics.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

class PoolMetricsTest {

    private static final String DATABASE = "dev.b3lb:type=pool,name=database";

    private final Map<String, Supplier<? extends Number>> gauges = new HashMap<>();
    private final Map<String, FakeCounter> counters = new HashMap<>();
    private final SomeBeans beans =
            new SomeBeans().with(DATABASE, "InUseCount", 7).with(DATABASE, "WaitCount", 100);
    private final PoolMetrics pools = new PoolMetrics(registry(), new ServerBeans(beans.server));

    private static final class FakeCounter implements Counter {

        private long count;

        @Override
        public void inc() {
            inc(1);
        }

        @Override
        public void inc(long more) {
            assertThat(more).isNotNegative();
            count += more;
        }

        @Override
        public long getCount() {
            return count;
        }
    }

    private MetricRegistry registry() {
        return (MetricRegistry) Proxy.newProxyInstance(
                PoolMetricsTest.class.getClassLoader(), new Class<?>[] {MetricRegistry.class}, this::register);
    }

    @SuppressWarnings("unchecked") // it is what the interface says
    private Object register(Object proxy, Method called, Object[] arguments) {
        String name = ((Metadata) arguments[0]).getName();
        assertThat(((Metadata) arguments[0]).getDescription()).isNotBlank();
        if (called.getName().equals("counter")) {
            return counters.computeIfAbsent(name, any -> new FakeCounter());
        }
        gauges.put(name, (Supplier<? extends Number>) arguments[1]);
        return null;
    }

    @Test
    void every_figure_is_registered_once() {
        assertThat(gauges.size() + counters.size()).isEqualTo(PoolFigure.ALL.size());
        assertThat(gauges).containsKeys("database_connections_in_use", "executor_queue", "http_threads_busy");
    }

    @Test
    void a_gauge_tells_what_was_read_last() {
        assertThat(gauges.get("database_connections_in_use").get()).isEqualTo(7.0);

        beans.with(DATABASE, "InUseCount", 8);
        pools.refresh();

        assertThat(gauges.get("database_connections_in_use").get()).isEqualTo(8.0);
    }

    @Test
    void a_gauge_that_is_not_to_be_had_is_no_number() {
        assertThat(gauges.get("executor_queue").get()).isEqualTo(Double.NaN);
    }

    @Test
    void a_counter_follows_the_pools_and_goes_on_when_that_begins_anew() {
        pools.refresh();
        assertThat(counters.get("database_connection_waits").count).isEqualTo(100);

        beans.with(DATABASE, "WaitCount", 130);
        pools.refresh();
        pools.refresh();
        assertThat(counters.get("database_connection_waits").count).isEqualTo(130);

        beans.with(DATABASE, "WaitCount", 5);
        pools.refresh();
        assertThat(counters.get("database_connection_waits").count).isEqualTo(135);
    }

    /** A count that has grown each time that somebody looks. */
    private static final class Growing extends Number {

        private final AtomicLong looks = new AtomicLong();

        @Override
        public double doubleValue() {
            return looks.incrementAndGet();
        }

        @Override
        public float floatValue() {
            return (float) doubleValue();
        }

        @Override
        public long longValue() {
            return (long) doubleValue();
        }

        @Override
        public int intValue() {
            return (int) doubleValue();
        }
    }

    /** What is read first and followed last would look like a pool that has begun anew. */
    @Test
    void scrapes_at_the_same_time_count_nothing_twice() {
        Growing count = new Growing();
        beans.with(DATABASE, "WaitCount", 0);
        pools.refresh();
        long before = counters.get("database_connection_waits").count;
        beans.with(DATABASE, "WaitCount", count);

        List<CompletableFuture<Void>> scrapers = IntStream.range(0, 4)
                .mapToObj(scraper -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 2_000).forEach(scrape -> pools.refresh()),
                        task -> new Thread(task).start()))
                .toList();
        scrapers.forEach(CompletableFuture::join);

        assertThat(counters.get("database_connection_waits").count - before).isEqualTo(count.looks.get());
    }
}
