package dev.b3lb.instance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The servers that tell of themselves. */
@ApplicationScoped
public class Instances {

    /** A server that misses two of its heartbeats is away. */
    private static final Duration UP = Duration.ofSeconds(6);

    private final Jdbi jdbi;

    @Inject
    Instances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Servers that are up or were within the last hour, by name; those of one name beginning with the newest. */
    public List<Instance> named(Optional<String> name) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name, seen_at > now() - :up * interval '1 second' as up, version, roles, started_at,
                               seen_at, configuration_version, polled_nodes, polls_under_way, callbacks_under_way,
                               open_meetings, jobs
                        from instance
                        where (cast(:name as text) is null or name = :name)
                          and seen_at > now() - :kept * interval '1 second'
                        order by name, started_at desc, id""")
                .bind("up", UP.toSeconds())
                .bind("kept", Heartbeat.KEPT.toSeconds())
                .bind("name", name)
                .map(ConstructorMapper.of(Instance.class))
                .list());
    }
}
