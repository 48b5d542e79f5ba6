package dev.b3lb.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The entries of the outbox for those who look after it. */
@ApplicationScoped
public class OutboxEntries {

    private static final Duration DONE_KEPT = Duration.ofDays(7);
    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);

    private static final String SELECT = """
            select o.id, o.purpose, t.slug as tenant, o.meeting_id, o.host, o.state, o.attempts, o.created_at,
                   o.next_try_at, o.over_at, o.last_error
            from outbox o join tenant t on t.id = o.tenant_id\s""";

    /**
     * Which entries are wanted; what is empty excludes none.
     *
     * @param state in this state
     * @param tenant of the tenant with this slug
     * @param id with this id
     */
    public record Filter(Optional<CallbackState> state, Optional<String> tenant, Optional<UUID> id) {}

    private final Jdbi jdbi;

    @Inject
    OutboxEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The newest entries.
     *
     * @param offset how many are left out before the first
     * @param most how many at the most
     */
    public List<OutboxEntry> newest(Filter filter, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where (cast(:state as text) is null or o.state = :state)
                          and (cast(:tenant as text) is null or t.slug = :tenant)
                          and (cast(:id as uuid) is null or o.id = cast(:id as uuid))
                        order by o.created_at desc, o.id offset :offset limit :most""")
                .bind("state", filter.state().map(Enum::name))
                .bind("tenant", filter.tenant())
                .bind("id", filter.id())
                .bind("offset", offset)
                .bind("most", most)
                .map(ConstructorMapper.of(OutboxEntry.class))
                .list());
    }

    /**
     * Calls that are to be made, those that wait for their next try among them; public because Jdbi builds it.
     *
     * @param number how many
     * @param oldestSeconds how long that is tried which is tried for the longest time; 0 if there are none
     */
    public record Pending(long number, long oldestSeconds) {}

    /** What is to be done. Looks at nothing that is over, so it is cheap enough for each second. */
    Pending pending() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) as number,
                               coalesce(floor(extract(epoch from now() - min(trying_since))), 0) as oldest_seconds
                        from outbox where state = 'PENDING'""").map(ConstructorMapper.of(Pending.class)).one());
    }

    /**
     * What is in the outbox; public because Jdbi builds it.
     *
     * @param pending calls that are to be made, those that wait for their next try among them
     * @param givenUp calls that were given up and are still kept
     * @param oldestSeconds how long that one is tried which is tried for the longest time; 0 if there are none
     * @param lateSeconds how long the call that waits longest has been due without being tried; 0 if none is due
     */
    public record Backlog(long pending, long givenUp, long oldestSeconds, long lateSeconds) {}

    /** How much there is to do, and how long it has been waiting. */
    public Backlog backlog() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) filter (where state = 'PENDING') as pending,
                               count(*) filter (where state = 'GIVEN_UP') as given_up,
                               coalesce(floor(extract(epoch from now() - min(trying_since)
                                   filter (where state = 'PENDING'))), 0) as oldest_seconds,
                               greatest(0, coalesce(floor(extract(epoch from now() - min(next_try_at) filter (
                                   where state = 'PENDING' and (lease_until is null or lease_until < now())))), 0))
                                   as late_seconds
                        from outbox where state <> 'DONE'""").map(ConstructorMapper.of(Backlog.class)).one());
    }

    /** One entry, locked until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<OutboxEntry> locked(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where o.id = :id for update of o")
                .bind("id", id)
                .map(ConstructorMapper.of(OutboxEntry.class))
                .findOne());
    }

    /** Puts an entry back: it is due now, and trying begins anew. A call that is under way does not count any more. */
    @Transactional(TxType.MANDATORY)
    public void putBack(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update outbox
                        set state = 'PENDING', attempts = 0, trying_since = now(), next_try_at = now(),
                            over_at = null, last_error = null, lease = null, lease_until = null
                        where id = :id""").bind("id", id).execute());
    }

    /**
     * Deletes entries that were done a week ago or given up thirty days ago.
     *
     * @param most how many at the most
     * @return how many; fewer than {@code most} when none is left
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forgetOver(int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from outbox where id in (
                            select id from outbox
                            where state = 'DONE' and over_at < now() - :done * interval '1 second'
                               or state = 'GIVEN_UP' and over_at < now() - :givenUp * interval '1 second'
                            limit :most)""")
                .bind("done", DONE_KEPT.toSeconds())
                .bind("givenUp", GIVEN_UP_KEPT.toSeconds())
                .bind("most", most)
                .execute());
    }
}
