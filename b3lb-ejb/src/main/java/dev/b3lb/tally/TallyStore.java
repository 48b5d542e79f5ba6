package dev.b3lb.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
                returning tenant_id, sub_id, begun, ended, seconds, meeting_limit_hits, attendee_limit_hits),
            counted (tenant_id, sub_id, joined, begun, ended, seconds, meeting_limit_hits, attendee_limit_hits) as (
                select tenant_id, sub_id, 0, begun, ended, seconds, meeting_limit_hits, attendee_limit_hits from entry
                union all
                select s.tenant_id, s.sub_id, l.number, 0, 0, 0, 0, 0
                from unnest(:secrets, :joins) as l (secret, number) join secret s on s.id = l.secret),
            gain as (
                select c.tenant_id, c.sub_id, sum(joined) as joined, sum(begun) as begun, sum(ended) as ended,
                       sum(seconds) as seconds, sum(meeting_limit_hits) as meeting_limit_hits,
                       sum(attendee_limit_hits) as attendee_limit_hits
                from counted c join tenant t on t.id = c.tenant_id group by c.tenant_id, c.sub_id),
            stored as (
                insert into tally as t (tenant_id, sub_id, attendees_joined, meetings_created, meetings_ended,
                                        meeting_seconds, meeting_limit_hits, attendee_limit_hits)
                select tenant_id, sub_id, joined, begun, ended, seconds, meeting_limit_hits, attendee_limit_hits
                from gain order by tenant_id, sub_id
                on conflict (tenant_id, sub_id) do update
                set attendees_joined = t.attendees_joined + excluded.attendees_joined,
                    meetings_created = t.meetings_created + excluded.meetings_created,
                    meetings_ended = t.meetings_ended + excluded.meetings_ended,
                    meeting_seconds = t.meeting_seconds + excluded.meeting_seconds,
                    meeting_limit_hits = t.meeting_limit_hits + excluded.meeting_limit_hits,
                    attendee_limit_hits = t.attendee_limit_hits + excluded.attendee_limit_hits,
                    changed_in = pg_current_xact_id()
                returning 1)
            select cast(pg_current_xact_id_if_assigned() as text) from (select count(*) from stored) as all_of_them""";

    /** Sums as they are stored; public because Jdbi builds it. */
    public record Stored(@Nested TallyKey key, @Nested Tally tally) {}

    private final Jdbi jdbi;

    @Inject
    TallyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds joins, and what any server has entered of meetings and limits, to the sums, in one statement.
     *
     * @param joins how many, by the secret's id; a secret that was removed meanwhile is left out
     * @param most entries at the most; the others have time until the next call
     * @param written told the transaction when all is written but not committed, so that {@link #committed} can be
     *     asked when the commit fails; not told when there was nothing to write
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(Map<UUID, Long> joins, int most, Consumer<String> written) {
        jdbi.withHandle(handle -> handle.createQuery(ADD)
                        .bind("most", most)
                        .bindArray("secrets", UUID.class, joins.keySet().toArray())
                        .bindArray("joins", Long.class, joins.values().toArray())
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(written);
    }

    /**
     * Whether a transaction of {@link #add} has taken effect, when the connection broke before that was told. One that
     * this database has not come to yet was of another that it took the place of, and is lost.
     *
     * @throws IllegalStateException when it is still under way, so that nobody knows yet
     */
    public boolean committed(String transaction) {
        Optional<String> status = jdbi.withHandle(handle -> handle.createQuery("""
                                select case when cast(:transaction as xid8) < pg_current_xact_id()
                                            then pg_xact_status(cast(:transaction as xid8)) end""")
                .bind("transaction", transaction)
                .mapTo(String.class)
                .findOne());
        if (status.equals(Optional.of("in progress"))) {
            throw new IllegalStateException("The transaction that stores joins is still under way: " + transaction);
        }
        return status.equals(Optional.of("committed"));
    }

    /**
     * Counts a create that a limit has refused, in the transaction that refuses it. That one holds locks that other
     * creates want, so it must not wait for a sum.
     *
     * @param ofMeetings whether it was a limit of meetings; otherwise of attendees
     */
    public static void addLimitHit(Handle handle, TallyKey key, boolean ofMeetings) {
        handle.createUpdate("""
                        insert into tally_entry (tenant_id, sub_id, meeting_limit_hits, attendee_limit_hits)
                        values (:tenantId, :subId, :meetings, :attendees)""")
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
