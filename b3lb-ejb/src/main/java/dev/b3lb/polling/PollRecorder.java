package dev.b3lb.polling;

import dev.b3lb.node.HealthRules;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Writes what a poll brought, in one transaction and with a number of statements that does not depend on how many
 * meetings and tenants there are. Writes nothing when the lease has been lost meanwhile.
 */
@ApplicationScoped
public class PollRecorder {

    /**
     * What writing a poll led to.
     *
     * @param before the node's health before
     * @param after the node's health now
     * @param unwanted meetings that are to be ended on the node
     */
    record Recorded(NodeHealth before, NodeHealth after, ListedMeetings.Unwanted unwanted) {}

    /** A row; public because Jdbi builds it. */
    public record Counted(NodeHealth health, int goodPolls, int badPolls) {}

    private final Jdbi jdbi;
    private final HealthRules rules;
    private final ListedMeetings listedMeetings;

    @Inject
    PollRecorder(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.rules = new HealthRules(
                settings.get(Settings.NODE_UNHEALTHY_THRESHOLD), settings.get(Settings.NODE_HEALTHY_THRESHOLD));
        this.listedMeetings = new ListedMeetings(new Orphans(settings.get(Settings.ORPHAN_TIMEOUT)));
    }

    /** Writes a result; none when the claim's lease is over and somebody else may be polling. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Recorded> record(Claim claim, PollResult result) {
        return jdbi.withHandle(handle -> held(handle, claim)
                .map(before -> result instanceof PollResult.Good good
                        ? good(handle, claim, good, before)
                        : bad(handle, claim, (PollResult.Bad) result, before)));
    }

    private static Optional<Counted> held(Handle handle, Claim claim) {
        return handle.createQuery("""
                        select health, good_polls, bad_polls from node_state
                        where node_id = :nodeId and lease = :lease and lease_until > now() for update""")
                .bindMethods(claim)
                .map(ConstructorMapper.of(Counted.class))
                .findOne();
    }

    private Recorded good(Handle handle, Claim claim, PollResult.Good good, Counted before) {
        NodeHealth health = rules.afterGood(before.health(), before.goodPolls() + 1);
        handle.createUpdate("""
                        update node_state
                        set health = :health, health_since = case when health = :health then health_since else now() end,
                            attendees = :attendees, meetings = :meetings, largest_meeting = :largest, videos = :videos,
                            cpu = coalesce(:cpu, cpu), cpu_at = case when :cpu is null then cpu_at else now() end,
                            bbb_version = coalesce(:version, bbb_version),
                            good_polls = good_polls + 1, bad_polls = 0, last_poll_at = now(), last_error = null,
                            error_since = null, lease = null, lease_until = null, changed_in = pg_current_xact_id()
                        where node_id = :nodeId""")
                .bindMethods(claim)
                .bind("health", health.name())
                .bind("attendees", good.attendees())
                .bind("meetings", good.meetings().size())
                .bind("largest", good.largestMeeting())
                .bind("videos", good.videos())
                .bindByType("cpu", cpu(good), Integer.class)
                .bindByType("version", good.bbbVersion().orElse(null), String.class)
                .execute();
        return new Recorded(before.health(), health, listedMeetings.record(handle, claim, good.meetings()));
    }

    private Recorded bad(Handle handle, Claim claim, PollResult.Bad bad, Counted before) {
        NodeHealth health = rules.afterBad(before.health(), before.badPolls() + 1);
        handle.createUpdate("""
                        update node_state
                        set health = :health, health_since = case when health = :health then health_since else now() end,
                            cpu = coalesce(:cpu, cpu), cpu_at = case when :cpu is null then cpu_at else now() end,
                            good_polls = 0, bad_polls = bad_polls + 1, last_poll_at = now(), last_error = :words,
                            error_since = coalesce(error_since, now()),
                            next_poll_at = case when :health = 'SUSPECT'
                                then least(next_poll_at, now() + interval '2 seconds') else next_poll_at end,
                            lease = null, lease_until = null, changed_in = pg_current_xact_id()
                        where node_id = :nodeId""")
                .bindMethods(claim)
                .bind("health", health.name())
                .bind("words", bad.words())
                .bindByType("cpu", cpu(bad), Integer.class)
                .execute();
        return new Recorded(before.health(), health, ListedMeetings.Unwanted.NONE);
    }

    private static Integer cpu(PollResult result) {
        return result.cpu().isPresent() ? result.cpu().getAsInt() : null;
    }
}
