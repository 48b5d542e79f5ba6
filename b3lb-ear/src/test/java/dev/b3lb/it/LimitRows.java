package dev.b3lb.it;

import dev.b3lb.testbed.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the database says about a tenant's limits.
 *
 * @param postgres the database
 * @param tenant the tenant's slug
 */
record LimitRows(PostgresServer postgres, String tenant) {

    private static final String MEETINGS = """
            select count(*) from b3lb.meeting m
            join b3lb.secret s on s.id = m.secret_id join b3lb.tenant t on t.id = s.tenant_id
            where t.slug = ? and m.state <> 'CLOSED'""";
    private static final String HITS = """
            select coalesce(sum(h.hits), 0)
            from (select tenant_id, sub_id, %1$s as hits from b3lb.tally
                  union all
                  select tenant_id, sub_id, %1$s from b3lb.tally_entry) h
            join b3lb.tenant t on t.id = h.tenant_id
            where t.slug = ? and h.sub_id = %2$d""";

    /** Meetings that are open or about to be. */
    long meetings() throws SQLException {
        return number(MEETINGS);
    }

    /** How often a limit of meetings was hit. */
    long meetingHits(int subId) throws SQLException {
        return number(HITS.formatted("meeting_limit_hits", subId));
    }

    /** How often a limit of attendees was hit. */
    long attendeeHits(int subId) throws SQLException {
        return number(HITS.formatted("attendee_limit_hits", subId));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = postgres.connect()) {
            return number(connection, sql);
        }
    }

    private long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Counts the meetings again and again from now on. */
    Watch watch() {
        return new Watch(this);
    }

    /** Counts meetings as often as it can. */
    static final class Watch implements AutoCloseable {

        private static final long LIMIT_SECONDS = 10;

        private volatile boolean over;
        private final CompletableFuture<Long> most;

        private Watch(LimitRows rows) {
            most = CompletableFuture.supplyAsync(() -> watch(rows));
        }

        private long watch(LimitRows rows) {
            long seen = 0;
            try (Connection connection = rows.postgres().connect()) {
                do {
                    seen = Math.max(seen, rows.number(connection, MEETINGS));
                } while (!over);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return seen;
        }

        /** Stops, and tells the most that was seen at a time; at least one look was after all else. */
        long mostMeetings() throws Exception {
            over = true;
            return most.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
