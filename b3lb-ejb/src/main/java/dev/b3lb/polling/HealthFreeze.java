package dev.b3lb.polling;

import dev.b3lb.settings.Settings;
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
 * Judges whether so many nodes turned bad at once that the fault is likely ours. Then states are frozen: no node goes
 * DOWN, and those that just did are SUSPECT again, so that no meeting leaves its node. It ends when no longer more than
 * half of the nodes are bad.
 *
 * <p>Nodes in maintenance, nodes that never were well and nodes that were DOWN before do not count; with fewer than
 * three others nothing can be concluded.
 */
@ApplicationScoped
public class HealthFreeze {

    /** One of two nodes may well fail, and then two of two; three of four is no accident. */
    private static final int LEAST_NODES = 3;

    /**
     * Servers judge side by side: who finds that another one has changed the row meanwhile changes nothing. A poll that
     * is written in that very moment may still make its node DOWN, which the next judgement takes back.
     */
    private static final String JUDGE = """
            with known as (
                select since, :sweep * interval '1 second' as sweep from health_freeze),
            figures as (
                select (select since from known) as since,
                       count(*) as countable,
                       count(*) filter (where s.health <> 'ACTIVE') as bad,
                       count(*) filter (where s.health <> 'ACTIVE' and s.error_since > now() - known.sweep) as turned_bad,
                       mode() within group (order by s.last_error) as mostly
                from node_state s
                join node n on n.id = s.node_id
                cross join known
                where not n.maintenance and s.health <> 'NEW'
                  and (s.health <> 'DOWN' or s.health_since > coalesce(known.since, now()) - known.sweep)),
            changed as (
                update health_freeze f
                set since = case when f.since is null then now() end
                from figures
                where f.since is not distinct from figures.since
                  and (figures.since is null) =
                      (countable >= :least and 2 * case when figures.since is null then turned_bad else bad end > countable)
                returning f.since),
            frozen as (
                select since from changed where since is not null
                union all
                select since from known where since is not null and not exists (select from changed)),
            spared as (
                update node_state
                set health = 'SUSPECT', health_since = now(),
                    next_poll_at = least(next_poll_at, now() + interval '2 seconds'), changed_in = pg_current_xact_id()
                where node_id in (
                    select s.node_id
                    from node_state s, frozen, known
                    where s.health = 'DOWN' and s.health_since > frozen.since - known.sweep
                    for update of s skip locked)
                returning node_id)
            select exists (select from changed) as turned, exists (select from frozen) as frozen, countable, bad,
                   coalesce(mostly, '') as mostly,
                   cast(coalesce(extract(epoch from now() - figures.since), 0) as bigint) as lasted,
                   array(select slug from node join spared on node_id = id order by slug) as spared
            from figures""";

    /**
     * What a judgement changed; public because Jdbi builds it.
     *
     * @param turned whether states were frozen just now, or are no longer
     * @param frozen whether they are frozen now
     * @param countable nodes that count
     * @param bad those of them that are bad
     * @param mostly what is wrong with most of those, in words
     * @param lasted seconds for which states were frozen
     * @param spared nodes that were DOWN and are SUSPECT again
     */
    public record Verdict(
            boolean turned, boolean frozen, int countable, int bad, String mostly, long lasted, List<String> spared) {

        private boolean changesAnything() {
            return turned || !spared.isEmpty();
        }
    }

    private final Jdbi jdbi;
    private final Duration sweep;

    @Inject
    HealthFreeze(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        // A node that does not answer is found bad that much later
        this.sweep = settings.get(Settings.POLL_INTERVAL).plus(settings.get(Settings.POLL_TIMEOUT));
    }

    /** The time within which every node is found bad when all fail at once. */
    Duration sweep() {
        return sweep;
    }

    /** Judges once. The verdict is given only when something was changed, and to the server that did it. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Verdict> judge() {
        return Optional.of(jdbi.withHandle(handle -> handle.createQuery(JUDGE)
                        .bind("sweep", sweep.toMillis() / 1000.0)
                        .bind("least", LEAST_NODES)
                        .map(ConstructorMapper.of(Verdict.class))
                        .one()))
                .filter(Verdict::changesAnything);
    }
}
