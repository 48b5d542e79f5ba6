package dev.b3lb.metrics;

import dev.b3lb.change.ChangeSignal;
import dev.b3lb.change.RedisState;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.ServerStatus;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families that are about this server alone, but for what it counts and times. */
@ApplicationScoped
public class ServerFamilies {

    private static final MetricMetadata BUILD = new MetricMetadata("b3lb_build", "The version of b3lb");

    private final ServerStatus status;
    private final DatabaseContact database;
    private final ChangeSignal signal;
    private final List<Family<ServerFamilies>> figures = List.of(
            Family.gauge(
                    "b3lb_database_up",
                    "Whether PostgreSQL has answered within the last five seconds",
                    server -> Optional.of(server.database.up() ? 1.0 : 0.0)),
            Family.gauge("b3lb_redis_up", "Whether Redis answers; left out when none is set", ServerFamilies::redisUp),
            Family.gauge(
                    "b3lb_counters_age_seconds",
                    "Seconds since counters that stand in PostgreSQL were read",
                    server -> server.database.sinceAnswer().map(age -> age.toMillis() / 1e3)));

    @Inject
    ServerFamilies(ServerStatus status, DatabaseContact database, ChangeSignal signal) {
        this.status = status;
        this.database = database;
        this.signal = signal;
    }

    private Optional<Double> redisUp() {
        RedisState state = signal.state();
        return state == RedisState.NOT_SET ? Optional.empty() : Optional.of(state == RedisState.UP ? 1.0 : 0.0);
    }

    /** All families that have anything to tell. */
    Stream<MetricSnapshot> families() {
        Labels server = Labels.of("server", status.name());
        MetricSnapshot build =
                new InfoSnapshot(BUILD, List.of(new InfoDataPointSnapshot(server.add("version", status.version()))));
        return Stream.concat(
                Stream.of(build),
                figures.stream()
                        .map(figure -> figure.of(List.of(this), own -> server))
                        .flatMap(Optional::stream));
    }
}
