package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How many of our meetings still run on nodes, for those who wait for the last one to end. */
@ApplicationScoped
public class MeetingsOnNodes {

    /**
     * A node with meetings; public because Jdbi builds it.
     *
     * @param slug the node
     * @param meetings how many of ours run there, more than 0
     */
    public record Busy(String slug, long meetings) {}

    private final Jdbi jdbi;

    @Inject
    MeetingsOnNodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the nodes that have meetings, the busiest first. Keeps no connection. */
    public List<Busy> among(Collection<UUID> nodes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select n.slug, count(*) as meetings
                        from meeting m join node n on n.id = m.node_id
                        where m.node_id = any(:nodes) and m.state <> 'CLOSED'
                        group by n.slug order by count(*) desc, n.slug""")
                .bindArray("nodes", UUID.class, nodes.toArray())
                .map(ConstructorMapper.of(Busy.class))
                .list());
    }
}
