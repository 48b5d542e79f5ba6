package dev.b3lb.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Meetings on nodes that nobody here has created, for those who look after the pool. */
@ApplicationScoped
public class OrphanedMeetings {

    private final Jdbi jdbi;

    @Inject
    OrphanedMeetings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those that have been there longest.
     *
     * @param node only those on the node with this slug
     * @param internalId only the one with this id of the node's
     * @param offset how many are left out before the first
     * @param most how many at the most
     */
    public List<Orphan> oldest(Optional<String> node, Optional<String> internalId, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select n.slug as node, o.meeting_id, o.internal_meeting_id, o.name, o.attendees, o.first_seen_at
                        from orphan o join node n on n.id = o.node_id
                        where (cast(:node as text) is null or n.slug = :node)
                          and (cast(:internalId as text) is null or o.internal_meeting_id = :internalId)
                        order by o.first_seen_at, o.internal_meeting_id offset :offset limit :most""")
                .bind("node", node)
                .bind("internalId", internalId)
                .bind("offset", offset)
                .bind("most", most)
                .map(ConstructorMapper.of(Orphan.class))
                .list());
    }
}
