package dev.b3lb.meeting;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SlowStart;
import dev.b3lb.placement.Arrivals;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Experience;
import dev.b3lb.placement.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads what is known of nodes at the moment of a choice: the last poll, and what all servers have placed since.
 *
 * <p>A poll leaves with its node how many attendees are still expected in the meetings that it listed. So only those
 * meetings are looked at here which no poll has listed, and those which more people are on the way to than expected:
 * few, however many meetings the pool has.
 */
final class CandidateReader {

    private static final String SQL = """
            select s.node_id, s.health, s.attendees, s.meetings,
                   case when s.cpu_at > now() - :oldestCpu * interval '1 second' then s.cpu end as cpu,
                   coalesce(s.last_good_at < now() - :oldestPoll * interval '1 second', true) as stale,
                   (select since is not null from health_freeze) as frozen,
                   date_part('epoch', now() - s.ramp_since) as back_for, s.shown_attendees, s.shown_cpu,
                   coalesce(since.unlisted, 0) as placed_since,
                   s.expected_attendees + coalesce(since.expected, 0) as expected_attendees,
                   taken.node_id is not null as taken,
                   coalesce((select tenant_id = :tenant from secret where id = taken.secret_id), false) as own
            from node_state s
            left join (
                select node_id, count(*) filter (where not listed) as unlisted,
                       sum(case when listed then greatest(0, coming - remaining) else greatest(coming, remaining) end)
                           filter (where not breakout) as expected
                from (select node_id, listed, breakout,
                             %s as remaining,
                             coming * greatest(0, least(1,
                                 (:comingGone - date_part('epoch', now() - coming_at))
                                     / (:comingGone - :comingFull))) as coming
                      from meeting
                      where state <> 'CLOSED' and node_id = any(:nodes)
                        and (not listed or coming > greatest(0, expected_attendees - attendees))) one
                group by node_id) since on since.node_id = s.node_id
            left join meeting taken on taken.node_id = s.node_id and taken.meeting_id = :meetingId
                 and taken.state <> 'CLOSED' and not taken.breakout
            where s.node_id = any(:nodes)""".formatted(StillExpected.SQL);

    /** Whoever has not answered well for so many intervals, and the time that one answer may take, may be anything. */
    private static final int STALE_INTERVALS = 3;

    private final Duration oldestCpu;
    private final Duration oldestPoll;

    /**
     * @param oldestCpu age up to which a CPU value counts
     * @param interval time between two polls of a node
     * @param limit how long a poll may take
     */
    CandidateReader(Duration oldestCpu, Duration interval, Duration limit) {
        this.oldestCpu = oldestCpu;
        this.oldestPoll = interval.multipliedBy(STALE_INTERVALS).plus(limit);
    }

    /** A candidate, and whether a room of the wanted id there is the tenant's own. */
    private record Read(Candidate candidate, boolean own) {}

    /**
     * Reads all of them at once.
     *
     * @param meetingId the id of the meeting that is to be placed
     * @param tenantId whose meeting it is
     */
    Candidates read(Handle handle, Collection<PoolNode> nodes, String meetingId, UUID tenantId) {
        Map<UUID, PoolNode> byId = nodes.stream().collect(Collectors.toMap(PoolNode::id, node -> node));
        List<Read> read = StillExpected.bind(handle.createQuery(SQL))
                .bind("oldestCpu", seconds(oldestCpu))
                .bind("oldestPoll", seconds(oldestPoll))
                .bind("comingFull", seconds(Arrivals.FULL))
                .bind("comingGone", seconds(Arrivals.GONE))
                .bind("meetingId", meetingId)
                .bind("tenant", tenantId)
                .bindArray("nodes", UUID.class, byId.keySet().toArray())
                .map((row, context) -> new Read(candidate(row, byId), row.getBoolean("own")))
                .list();
        return new Candidates(read.stream().map(Read::candidate).toList(), (int)
                read.stream().filter(Read::own).count());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Candidate candidate(ResultSet row, Map<UUID, PoolNode> byId) throws SQLException {
        int cpu = row.getInt("cpu");
        OptionalInt utilisation = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(cpu);
        return new Candidate(
                byId.get(row.getObject("node_id", UUID.class)),
                standing(
                        NodeHealth.valueOf(row.getString("health")), row.getBoolean("stale"), row.getBoolean("frozen")),
                ramp(row),
                new Experience(row.getDouble("shown_attendees"), row.getDouble("shown_cpu")),
                row.getInt("attendees"),
                row.getInt("meetings"),
                utilisation,
                row.getInt("placed_since"),
                row.getDouble("expected_attendees"),
                row.getBoolean("taken"));
    }

    /** While most nodes seem bad at once the fault is likely ours, so a SUSPECT node is worth a try. */
    private static Standing standing(NodeHealth health, boolean stale, boolean frozen) {
        return switch (health) {
            case ACTIVE -> stale ? Standing.DOUBTFUL : Standing.READY;
            case SUSPECT -> frozen ? Standing.DOUBTFUL : Standing.OUT;
            case NEW, DOWN -> Standing.OUT;
        };
    }

    private static double ramp(ResultSet row) throws SQLException {
        double backFor = row.getDouble("back_for");
        return row.wasNull() ? 1 : SlowStart.share(Duration.ofMillis(Math.round(backFor * 1000)));
    }
}
