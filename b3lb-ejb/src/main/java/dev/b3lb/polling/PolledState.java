package dev.b3lb.polling;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.placement.Experience;
import dev.b3lb.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * The state of a node after a poll, and when it changes its health. One statement holds the row, decides and writes, so
 * that the decision is about what is there and nobody waits for a second round trip.
 */
final class PolledState {

    /**
     * What a poll has made of a node; public because Jdbi builds it.
     *
     * @param before its health before
     * @param after its health now
     * @param unreadable the meetings in its list that could not be read at the poll before, in words
     */
    public record Change(NodeHealth before, NodeHealth after, String unreadable) {}

    /** A node that was DOWN may have to be well several times; it then starts slowly. */
    private static final String GOOD = """
            with held as (
                select node_id, health as before, unreadable,
                       case when health = 'DOWN' and good_polls + 1 < :healthyThreshold then 'DOWN' else 'ACTIVE' end
                           as after
                from node_state
                where node_id = :nodeId and lease = :lease and lease_until > now() for update)
            update node_state s
            set health = held.after,
                health_since = case when held.after = held.before then s.health_since else now() end,
                ramp_since = case when held.before = 'DOWN' and held.after = 'ACTIVE' then now() else s.ramp_since end,
                attendees = :attendees, meetings = :meetings, largest_meeting = :largest, videos = :videos,
                cpu = coalesce(:cpu, cpu), cpu_at = case when :cpu is null then cpu_at else now() end,
                shown_attendees = case when :attendees >= :enough and :cpu > 0
                    then :kept * shown_attendees + :attendees else shown_attendees end,
                shown_cpu = case when :attendees >= :enough and :cpu > 0
                    then :kept * shown_cpu + :cpu / 10000.0 else shown_cpu end,
                bbb_version = coalesce(:version, bbb_version), poll_seconds = :seconds,
                good_polls = good_polls + 1, bad_polls = 0, last_poll_at = now(), last_good_at = now(),
                last_error = null, error_since = null, unreadable = :unreadable,
                lease = null, lease_until = null, changed_in = pg_current_xact_id()
            from held
            where s.node_id = held.node_id
            returning held.before, held.after, held.unreadable""";

    /**
     * A node that never was well stays NEW: it has no meetings that could be in doubt. While states are frozen no node
     * goes DOWN; its bad polls are counted all the same, so it does with the first one after that. One that answers, but
     * too much, is SUSPECT and no more, since its meetings go on; it is not asked for that much more often than others.
     */
    private static final String BAD = """
            with held as (
                select node_id, health as before, unreadable,
                       case when health = 'NEW' then 'NEW'
                            when :answers then 'SUSPECT'
                            when health = 'DOWN' then 'DOWN'
                            when bad_polls + 1 >= :unhealthyThreshold and (select since is null from health_freeze)
                                then 'DOWN'
                            else 'SUSPECT' end as after
                from node_state
                where node_id = :nodeId and lease = :lease and lease_until > now() for update)
            update node_state s
            set health = held.after,
                health_since = case when held.after = held.before then s.health_since else now() end,
                cpu = coalesce(:cpu, cpu), cpu_at = case when :cpu is null then cpu_at else now() end,
                good_polls = 0, bad_polls = case when :answers then 0 else bad_polls + 1 end, last_poll_at = now(), poll_seconds = :seconds,
                last_error = :words, error_since = coalesce(error_since, now()),
                next_poll_at = case when held.after = 'SUSPECT' and not :answers
                    then least(next_poll_at, now() + interval '2 seconds') else next_poll_at end,
                lease = null, lease_until = null, changed_in = pg_current_xact_id()
            from held
            where s.node_id = held.node_id
            returning held.before, held.after, held.unreadable""";

    private final int unhealthyThreshold;
    private final int healthyThreshold;

    PolledState(Settings settings) {
        this.unhealthyThreshold = settings.get(Settings.NODE_UNHEALTHY_THRESHOLD);
        this.healthyThreshold = settings.get(Settings.NODE_HEALTHY_THRESHOLD);
    }

    /** Writes a good poll; nothing when the lease is over. */
    Optional<Change> good(Handle handle, Claim claim, PollResult.Good good, Duration took) {
        return change(
                handle.createQuery(GOOD)
                        .bind("healthyThreshold", healthyThreshold)
                        .bind("enough", Experience.ENOUGH)
                        .bind("kept", Experience.KEPT)
                        .bind("attendees", good.attendees())
                        .bind("meetings", good.meetings())
                        .bind("unreadable", good.unreadable())
                        .bind("largest", good.largestMeeting())
                        .bind("videos", good.videos())
                        .bindByType("version", good.bbbVersion().orElse(null), String.class),
                claim,
                good.cpu(),
                took);
    }

    /** Writes a bad poll; nothing when the lease is over. */
    Optional<Change> bad(Handle handle, Claim claim, PollResult.Bad bad, Duration took) {
        return change(
                handle.createQuery(BAD)
                        .bind("unhealthyThreshold", unhealthyThreshold)
                        .bind("answers", bad.answers())
                        .bind("words", bad.words()),
                claim,
                bad.cpu(),
                took);
    }

    private static Optional<Change> change(Query statement, Claim claim, OptionalInt cpu, Duration took) {
        return statement
                .bindMethods(claim)
                .bind("seconds", took.toNanos() / 1e9)
                .bindByType("cpu", cpu.isPresent() ? cpu.getAsInt() : null, Integer.class)
                .map(ConstructorMapper.of(Change.class))
                .findOne();
    }
}
