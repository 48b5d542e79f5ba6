package dev.b3lb.polling;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Shares the polling among servers: each node that is due is claimed by one of them, under a lease. A claim moves the
 * node's next poll one interval on, so the node is due again even when nothing comes of the claim.
 */
@ApplicationScoped
public class PollClaims {

    /** The time that writing the result may take after the poll's own time limit. */
    private static final Duration WRITING = Duration.ofSeconds(5);

    /**
     * Claims come once a second, so what is due within half a second is taken, or polls would come that much later each
     * time. A node keeps its place in the interval. One that is new, or that was not polled for long, gets one at
     * random, so that nodes that were added together, or a pool whose servers were all away, are not polled in one go
     * for ever.
     */
    private static final String CLAIM = """
            update node_state
            set lease = gen_random_uuid(), lease_until = now() + :lease * interval '1 second',
                next_poll_at = case
                    when last_poll_at is null or next_poll_at < now() - :interval * interval '1 second'
                        then now() + random() * :interval * interval '1 second'
                    when next_poll_at <= now() + interval '500 milliseconds'
                        then greatest(next_poll_at + :interval * interval '1 second',
                                      now() + :interval / 2 * interval '1 second')
                    else next_poll_at end
            where node_id in (
                select node_id from node_state
                where %s and (lease_until is null or lease_until < now())
                order by next_poll_at limit :most for update skip locked)
            returning node_id, lease, now()::text as started_at, health,
                      exists (select from orphan o where o.node_id = node_state.node_id) as orphans""";

    private final Jdbi jdbi;
    private final double interval;
    private final double lease;

    @Inject
    PollClaims(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.interval = settings.get(Settings.POLL_INTERVAL).toMillis() / 1000.0;
        this.lease = settings.get(Settings.POLL_TIMEOUT).plus(WRITING).toMillis() / 1000.0;
    }

    /** Claims nodes that are due. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Claim> claimDue(int most) {
        return claim("next_poll_at <= now() + interval '500 milliseconds'", List.of(), most);
    }

    /** Claims the given nodes whether they are due or not, but for those that are being polled right now. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Claim> claimNow(Collection<UUID> nodes) {
        return claim("node_id = any(:nodes)", nodes, nodes.size());
    }

    private List<Claim> claim(String condition, Collection<UUID> nodes, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM.formatted(condition))
                .bind("lease", lease)
                .bind("interval", interval)
                .bind("most", most)
                .bindArray("nodes", UUID.class, nodes.toArray())
                .map(ConstructorMapper.of(Claim.class))
                .list());
    }
}
