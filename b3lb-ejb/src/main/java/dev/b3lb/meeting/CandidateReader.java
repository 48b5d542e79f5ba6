package dev.b3lb.meeting;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Expectation;
import dev.b3lb.placement.Standing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Reads what is known of nodes at the moment of a choice: the last poll, and what all servers have placed since.
 *
 * <p>An expectation counts in full at first and then fades, as {@link Expectation} has it.
 */
final class CandidateReader {

    private static final String SQL = """
            select s.node_id, s.health, s.attendees, s.meetings,
                   case when s.cpu_at > now() - :oldestCpu * interval '1 second' then s.cpu end as cpu,
                   coalesce(young.unlisted, 0) as placed_since,
                   coalesce(young.expected, 0) as expected_attendees,
                   exists (select 1 from meeting m
                           where m.meeting_id = :meetingId and m.node_id = s.node_id and m.state <> 'CLOSED'
                             and not m.breakout) as taken
            from node_state s
            left join (
                select node_id,
                       count(*) filter (where not listed) as unlisted,
                       sum(greatest(0, expected_attendees - attendees)
                           * least(1, extract(epoch from created_at + cast(:gone as interval) - now())
                                    / extract(epoch from cast(:gone as interval) - cast(:full as interval)))) as expected
                from meeting
                where state <> 'CLOSED' and created_at > now() - cast(:gone as interval)
                group by node_id) young on young.node_id = s.node_id
            where s.node_id = any(:nodes)""";

    /** A row; public because Jdbi builds it. */
    public record Row(
            UUID nodeId,
            NodeHealth health,
            int attendees,
            int meetings,
            Optional<Integer> cpu,
            int placedSince,
            double expectedAttendees,
            boolean taken) {

        Candidate candidate(PoolNode node) {
            OptionalInt utilisation = cpu.map(OptionalInt::of).orElseGet(OptionalInt::empty);
            Standing standing = health == NodeHealth.ACTIVE ? Standing.READY : Standing.OUT;
            return new Candidate(
                    node, standing, 1, attendees, meetings, utilisation, placedSince, expectedAttendees, taken);
        }
    }

    private final Duration oldestCpu;

    /** @param oldestCpu age up to which a CPU value counts */
    CandidateReader(Duration oldestCpu) {
        this.oldestCpu = oldestCpu;
    }

    List<Candidate> read(Handle handle, Collection<PoolNode> nodes, String meetingId) {
        Map<UUID, PoolNode> byId = nodes.stream().collect(Collectors.toMap(PoolNode::id, node -> node));
        return handle
                .createQuery(SQL)
                .bind("oldestCpu", oldestCpu.toSeconds())
                .bind("full", Expectation.FULL.toString())
                .bind("gone", Expectation.GONE.toString())
                .bind("meetingId", meetingId)
                .bindArray("nodes", UUID.class, byId.keySet().toArray())
                .map(ConstructorMapper.of(Row.class))
                .list()
                .stream()
                .map(row -> row.candidate(byId.get(row.nodeId())))
                .toList();
    }
}
