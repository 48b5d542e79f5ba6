package dev.b3lb.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads states of nodes, and notes what real calls find wrong. Polls write theirs themselves. */
@ApplicationScoped
public class NodeStateStore {

    private static final String SELECT = """
            select node_id, health, extract(epoch from now() - health_since) as health_age, attendees, meetings,
                   largest_meeting, videos, expected_attendees, shown_attendees, shown_cpu, cpu, coalesce(extract(epoch from now() - cpu_at), 0) as cpu_age,
                   extract(epoch from now() - ramp_since) as ramp_age,
                   extract(epoch from now() - coalesce(last_poll_at, health_since)) as poll_age, poll_seconds, last_good_at, last_poll_at, last_error,
                   error_since, unreadable, bbb_version
            from node_state""";

    private final Jdbi jdbi;

    @Inject
    NodeStateStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** States that were written in or after a transaction; see {@code ChangeFeed}. */
    public List<NodeState> changedSince(String transaction) {
        long readAt = System.nanoTime();
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where changed_in >= cast(:since as xid8)")
                .bind("since", transaction)
                .map((row, context) -> state(row, readAt))
                .list());
    }

    /** Since when nodes' states are frozen, by the database's clock, if they are. */
    public Optional<Instant> frozenSince() {
        return jdbi.withHandle(handle -> handle.createQuery("select since from health_freeze")
                .map((row, context) -> moment(row, "since"))
                .one());
    }

    /**
     * A real call found a node that was well in trouble: it is SUSPECT from now on and polled soon.
     *
     * @param words what was wrong, for the operator
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void suspect(UUID nodeId, String words) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update node_state
                        set health = 'SUSPECT', health_since = now(), bad_polls = bad_polls + 1, good_polls = 0,
                            last_error = :words, error_since = coalesce(error_since, now()),
                            next_poll_at = least(next_poll_at, now() + interval '2 seconds'),
                            changed_in = pg_current_xact_id()
                        where node_id = :node and health = 'ACTIVE'""")
                .bind("words", words)
                .bind("node", nodeId)
                .execute());
    }

    private static NodeState state(ResultSet row, long readAt) throws SQLException {
        return new NodeState(
                row.getObject("node_id", UUID.class),
                NodeHealth.valueOf(row.getString("health")),
                seconds(row, "health_age"),
                row.getInt("attendees"),
                row.getInt("meetings"),
                row.getInt("largest_meeting"),
                row.getInt("videos"),
                row.getDouble("expected_attendees"),
                row.getDouble("shown_attendees"),
                row.getDouble("shown_cpu"),
                Optional.ofNullable(row.getObject("cpu", Integer.class)),
                seconds(row, "cpu_age"),
                optionalSeconds(row, "ramp_age"),
                seconds(row, "poll_age"),
                optionalSeconds(row, "poll_seconds"),
                moment(row, "last_good_at"),
                moment(row, "last_poll_at"),
                Optional.ofNullable(row.getString("last_error")),
                moment(row, "error_since"),
                row.getString("unreadable"),
                Optional.ofNullable(row.getString("bbb_version")),
                readAt);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<Duration> optionalSeconds(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(seconds(row, column));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble(column) * 1000));
    }
}
