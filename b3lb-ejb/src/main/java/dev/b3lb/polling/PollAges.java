package dev.b3lb.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How long ago nodes were polled, by whichever server. */
@ApplicationScoped
public class PollAges {

    /**
     * The ages; public because Jdbi builds it.
     *
     * @param nodes how many nodes there are
     * @param unpolled how many of them were never polled
     * @param oldestSeconds how long ago the node was polled whose last poll is the oldest; 0 if none was polled
     * @param lateSeconds for how long the node has been due that waits longest; 0 if none is due
     */
    public record Ages(long nodes, long unpolled, long oldestSeconds, long lateSeconds) {}

    private final Jdbi jdbi;

    @Inject
    PollAges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads them from the database. */
    public Ages read() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) as nodes, count(*) filter (where last_poll_at is null) as unpolled,
                               coalesce(floor(extract(epoch from now() - min(last_poll_at))), 0) as oldest_seconds,
                               greatest(0, coalesce(floor(extract(epoch from now() - min(next_poll_at))), 0))
                                   as late_seconds
                        from node_state""").map(ConstructorMapper.of(Ages.class)).one());
    }
}
