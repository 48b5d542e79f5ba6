package dev.b3lb.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Shares the outbox among servers: each entry that is due is claimed by one of them, under a lease. When a server dies
 * its leases run out and others make the calls, perhaps a second time.
 */
@ApplicationScoped
public class CallbackClaims {

    /** Longer than a call with the noting of its outcome takes. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** So many calls of one tenant, and to one host, are under way at a time, over all servers. */
    private static final int MOST_EACH = 4;

    private static final int LONGEST_WORDS = 300;

    /**
     * What is under way comes first in its tenant's and its host's line and so takes their turns. Behind it a tenant's
     * hosts take turns, and so do the tenants of a host: many calls to a dead one do not stand before all others.
     */
    private static final String CLAIM = """
            with due as (
                select id, tenant_id, host, next_try_at, coalesce(lease_until <= now(), true) as waits
                from outbox where state = 'PENDING' and next_try_at <= now()),
            turns as (
                select *, row_number() over (partition by tenant_id, host order by waits, next_try_at, id) as turn
                from due),
            line as (
                select id,
                       row_number() over (partition by tenant_id order by waits, turn, next_try_at, id) as of_tenant,
                       row_number() over (partition by host order by waits, turn, next_try_at, id) as of_host
                from turns)
            update outbox
            set lease = gen_random_uuid(), lease_until = now() + :lease * interval '1 second', attempts = attempts + 1
            where id in (
                select o.id from outbox o join line on line.id = o.id
                where o.state = 'PENDING' and o.next_try_at <= now()
                  and (o.lease_until is null or o.lease_until <= now())
                  and greatest(of_tenant, of_host) <= :each
                order by greatest(of_tenant, of_host), o.next_try_at
                limit :most for update of o skip locked)
            returning id, lease, url, host, purpose, meeting_id, form, attempts,
                      (select slug from tenant where tenant.id = tenant_id) as tenant""";

    private final Jdbi jdbi;

    @Inject
    CallbackClaims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Claims entries that are due, in turns among tenants and hosts. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ClaimedCallback> claimDue(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("lease", LEASE.toSeconds())
                .bind("each", MOST_EACH)
                .bind("most", most)
                .map(ConstructorMapper.of(ClaimedCallback.class))
                .list());
    }

    /** Notes that a call was made, if the lease still holds. */
    @Transactional(TxType.REQUIRES_NEW)
    public void done(ClaimedCallback callback) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update outbox
                        set state = 'DONE', over_at = now(), last_error = null, lease = null, lease_until = null
                        where id = :id and lease = :lease""")
                .bind("id", callback.id())
                .bind("lease", callback.lease())
                .execute());
    }

    /**
     * Notes that a call failed, if the lease still holds: it is tried later, or given up when later were too late.
     *
     * @return where the entry is now; none when the lease does not hold
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<CallbackState> failed(ClaimedCallback callback, String words) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update outbox
                        set lease = null, lease_until = null, last_error = :words,
                            next_try_at = now() + :pause * interval '1 second',
                            state = case when now() + :pause * interval '1 second'
                                              > trying_since + :longest * interval '1 second'
                                         then 'GIVEN_UP' else 'PENDING' end,
                            over_at = case when now() + :pause * interval '1 second'
                                                > trying_since + :longest * interval '1 second'
                                           then now() end
                        where id = :id and lease = :lease
                        returning state""")
                .bind("id", callback.id())
                .bind("lease", callback.lease())
                .bind("words", words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                .bind("pause", Pauses.after(callback.attempts()).toSeconds())
                .bind("longest", Pauses.LONGEST.toSeconds())
                .mapTo(String.class)
                .findOne()
                .map(CallbackState::valueOf));
    }
}
