package dev.b3lb.meeting;

import dev.b3lb.tally.TallyKey;
import dev.b3lb.tally.TallyStore;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Whether one more meeting fits into what a tenant and its secret may use at the same time. Asked in the transaction
 * that reserves a place, under the tenant's lock, so that limits of meetings are exact; attendees are counted as the
 * last polls saw them. What is on a lost node does not count, or a dead node would lock its tenants out.
 */
final class MeetingLimits {

    private static final String USAGE = """
            select count(*) as tenant_meetings,
                   count(*) filter (where m.secret_id = :secret) as secret_meetings,
                   coalesce(sum(m.attendees) filter (where not m.breakout), 0) as tenant_attendees,
                   coalesce(sum(m.attendees) filter (where not m.breakout and m.secret_id = :secret), 0)
                       as secret_attendees
            from meeting m
            join node_state n on n.node_id = m.node_id
            where m.secret_id in (select id from secret where tenant_id = :tenant) and m.state <> 'CLOSED'
              and not (n.health = 'DOWN' and n.health_since < now() - :grace * interval '1 second')""";

    /** A row; public because Jdbi builds it. */
    public record Usage(long tenantMeetings, long secretMeetings, long tenantAttendees, long secretAttendees) {}

    private final Duration grace;

    /** @param grace how long meetings of a node that is DOWN count */
    MeetingLimits(Duration grace) {
        this.grace = grace;
    }

    /** Whether there is anything to keep to. */
    static boolean concern(Account account) {
        return account.tenantLimits().any() || account.limits().any();
    }

    /** The first limit that leaves no room for one more meeting; that it was hit is counted. */
    Optional<LimitReached> reached(Handle handle, Account account) {
        if (!concern(account)) {
            return Optional.empty();
        }
        Usage usage = usage(handle, account);
        Limits tenant = account.tenantLimits();
        Limits secret = account.limits();
        Optional<LimitReached> reached = Stream.of(
                        LimitReached.meetings(LimitReached.Scope.TENANT, tenant.meetings(), usage.tenantMeetings()),
                        LimitReached.meetings(LimitReached.Scope.SECRET, secret.meetings(), usage.secretMeetings()),
                        LimitReached.attendees(LimitReached.Scope.TENANT, tenant.attendees(), usage.tenantAttendees()),
                        LimitReached.attendees(LimitReached.Scope.SECRET, secret.attendees(), usage.secretAttendees()))
                .flatMap(Optional::stream)
                .findFirst();
        reached.ifPresent(limit -> count(handle, account, limit));
        return reached;
    }

    private Usage usage(Handle handle, Account account) {
        return handle.createQuery(USAGE)
                .bind("tenant", account.tenantId())
                .bind("secret", account.id())
                .bind("grace", grace.toSeconds())
                .map(ConstructorMapper.of(Usage.class))
                .one();
    }

    private static void count(Handle handle, Account account, LimitReached limit) {
        int subId = limit.scope() == LimitReached.Scope.TENANT ? 0 : account.subId();
        TallyStore.addLimitHit(handle, new TallyKey(account.tenantId(), subId), limit.ofMeetings());
    }
}
