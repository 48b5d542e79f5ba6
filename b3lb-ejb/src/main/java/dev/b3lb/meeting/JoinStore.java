package dev.b3lb.meeting;

import dev.b3lb.placement.Arrivals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Who is on the way to meetings, in their rows. Other servers need not hear of it, so no row counts as changed. */
@ApplicationScoped
public class JoinStore {

    /** How many are on the way to a meeting, as {@link Arrivals#remaining}. */
    private static final String REMAINING = """
            coalesce(coming * greatest(0, least(1,
                extract(epoch from coming_at + cast(:comingGone as interval) - now())
                / extract(epoch from cast(:comingGone as interval) - cast(:comingFull as interval)))), 0)""";

    /**
     * A row that somebody else is writing is left for the next time: polls write many rows too, and two who take many
     * could wait for each other.
     */
    private static final String ADD = """
            with free as (
                select id from meeting where id = any(:ids) and state = 'OPEN' and not breakout
                order by id for no key update skip locked),
            added as (
                update meeting
                set coming = least(:most, cast(round(%s) as integer) + l.number), coming_at = now()
                from free join unnest(:ids, :numbers) as l (meeting, number) on l.meeting = free.id
                where meeting.id = free.id
                returning meeting.id)
            select id from meeting
            where id = any(:ids) and state = 'OPEN' and not breakout and id not in (select id from added)""".formatted(REMAINING);

    private final Jdbi jdbi;

    @Inject
    JoinStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds those who have just joined. Who joined a meeting that is over, or a breakout room, is of no interest: people
     * in rooms are counted in their main meeting.
     *
     * @param joins how many, by meeting
     * @return the meetings for which this has to be tried again
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Set<UUID> add(Map<UUID, Integer> joins) {
        return jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bindArray("ids", UUID.class, joins.keySet().toArray())
                .bindArray("numbers", Integer.class, joins.values().toArray())
                .bind("most", Arrivals.MOST)
                .bind("comingFull", Arrivals.FULL.toString())
                .bind("comingGone", Arrivals.GONE.toString())
                .mapTo(UUID.class)
                .collect(Collectors.toSet()));
    }

    /**
     * Lets go of those who have not arrived: they do not count any more, but each choice of a node would look at them.
     *
     * @param most meetings at the most
     * @return how many; fewer than {@code most} when none is left that nobody else is writing
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forgetGone(int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update meeting set coming = 0
                        where id = any(array(
                            select id from meeting
                            where coming > 0 and state <> 'CLOSED' and coming_at <= now() - cast(:comingGone as interval)
                            order by coming_at limit :most for no key update skip locked))""")
                .bind("comingGone", Arrivals.GONE.toString())
                .bind("most", most)
                .execute());
    }
}
