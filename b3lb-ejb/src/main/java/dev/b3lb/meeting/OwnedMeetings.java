package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The meetings of a node, a secret or a tenant, for whoever takes that away. */
@ApplicationScoped
public class OwnedMeetings {

    private final Jdbi jdbi;

    @Inject
    OwnedMeetings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that are not closed, also those that are just being created. */
    public List<PlacedMeeting> running(MeetingOwner owner, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PlacedMeeting.COLUMNS + " from meeting m where "
                        + owner.condition() + " and state <> 'CLOSED' order by created_at, id")
                .bind("owner", id)
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .list());
    }

    /** How many are not closed. */
    public long countRunning(MeetingOwner owner, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from meeting m where " + owner.condition() + " and state <> 'CLOSED'")
                .bind("owner", id)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Keeps polls and all others from writing these meetings until the transaction ends. In the order in which polls
     * take their locks, states of nodes before meetings; the owner's own row has to be locked after this.
     */
    @Transactional(TxType.MANDATORY)
    public void lock(MeetingOwner owner, UUID id) {
        jdbi.useHandle(handle -> {
            handle.createQuery("""
                            select node_id from node_state
                            where node_id = :owner
                               or node_id in (select m.node_id from meeting m where %s and m.state <> 'CLOSED')
                            order by node_id for update""".formatted(owner.condition()))
                    .bind("owner", id)
                    .mapTo(UUID.class)
                    .list();
            handle.createQuery("select m.id from meeting m where " + owner.condition() + " order by m.id for update")
                    .bind("owner", id)
                    .mapTo(UUID.class)
                    .list();
        });
    }

    /**
     * Deletes them all.
     *
     * @return those that were not closed
     */
    @Transactional(TxType.MANDATORY)
    public List<PlacedMeeting> delete(MeetingOwner owner, UUID id) {
        List<PlacedMeeting> running = running(owner, id);
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from meeting_listing where meeting_id in (select m.id from meeting m where "
                            + owner.condition() + ")")
                    .bind("owner", id)
                    .execute();
            handle.createUpdate("delete from meeting m where " + owner.condition())
                    .bind("owner", id)
                    .execute();
        });
        return running;
    }
}
