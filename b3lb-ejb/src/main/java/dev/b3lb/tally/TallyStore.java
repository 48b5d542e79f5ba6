package dev.b3lb.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The sums in the database. */
@ApplicationScoped
public class TallyStore {

    /** Rows of sums are locked in the order of their keys, so that servers never wait for each other in a ring. */
    private static final String ADD = """
            with entry as (
                delete from tally_entry where id = any(array(
                    select id from tally_entry order by id limit :most for update skip locked))
                returning secret_id, begun, ended, seconds),
            counted (secret_id, joined, begun, ended, seconds) as (
                select secret_id, 0, begun, ended, seconds from entry
                union all
                select l.secret, l.number, 0, 0, 0 from unnest(:secrets, :joins) as l (secret, number)),
            gain as (
                select s.tenant_id, s.sub_id, sum(joined) as joined, sum(begun) as begun, sum(ended) as ended,
                       sum(seconds) as seconds
                from counted c join secret s on s.id = c.secret_id group by s.tenant_id, s.sub_id)
            insert into tally as t (tenant_id, sub_id, attendees_joined, meetings_created, meetings_ended, meeting_seconds)
            select tenant_id, sub_id, joined, begun, ended, seconds from gain order by tenant_id, sub_id
            on conflict (tenant_id, sub_id) do update
            set attendees_joined = t.attendees_joined + excluded.attendees_joined,
                meetings_created = t.meetings_created + excluded.meetings_created,
                meetings_ended = t.meetings_ended + excluded.meetings_ended,
                meeting_seconds = t.meeting_seconds + excluded.meeting_seconds,
                changed_in = pg_current_xact_id()""";

    /** Sums as they are stored; public because Jdbi builds it. */
    public record Stored(@Nested TallyKey key, @Nested Tally tally) {}

    private final Jdbi jdbi;

    @Inject
    TallyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds joins, and what any server has entered of meetings that began and ended, to the sums, in one statement.
     *
     * @param joins how many, by the secret's id; a secret that was removed meanwhile is left out
     * @param most entries at the most; the others have time until the next call
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(Map<UUID, Long> joins, int most) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("most", most)
                .bindArray("secrets", UUID.class, joins.keySet().toArray())
                .bindArray("joins", Long.class, joins.values().toArray())
                .execute());
    }

    /**
     * Counts a create that a limit has refused, in the transaction that refuses it.
     *
     * @param ofMeetings whether it was a limit of meetings; otherwise of attendees
     */
    public static void addLimitHit(Handle handle, TallyKey key, boolean ofMeetings) {
        handle.createUpdate("""
                        insert into tally as t (tenant_id, sub_id, meeting_limit_hits, attendee_limit_hits)
                        values (:tenantId, :subId, :meetings, :attendees)
                        on conflict (tenant_id, sub_id) do update
                        set meeting_limit_hits = t.meeting_limit_hits + excluded.meeting_limit_hits,
                            attendee_limit_hits = t.attendee_limit_hits + excluded.attendee_limit_hits,
                            changed_in = pg_current_xact_id()""")
                .bindMethods(key)
                .bind("meetings", ofMeetings ? 1 : 0)
                .bind("attendees", ofMeetings ? 0 : 1)
                .execute();
    }

    /** Sums that were written in or after a transaction; see {@code ChangeFeed}. */
    public Collection<Stored> changedSince(String transaction) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant_id, sub_id, attendees_joined, meetings_created, meetings_ended, meeting_seconds,
                               meeting_limit_hits, attendee_limit_hits
                        from tally where changed_in >= cast(:since as xid8)""")
                .bind("since", transaction)
                .map(ConstructorMapper.of(Stored.class))
                .list());
    }
}
