package dev.b3lb.it;

import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What the database says about the sizes of one tenant's meetings.
 *
 * @param postgres the database
 * @param tenant the tenant's slug
 */
record SizeRows(PostgresServer postgres, String tenant) {

    static SizeRows of(PostgresServer postgres, Pool pool) {
        return new SizeRows(postgres, pool.tenant());
    }

    /** How many attendees the living meeting of that id was expected to get. */
    long expected(String meetingId) throws SQLException {
        return number("""
                select max(m.expected_attendees) from b3lb.meeting m join b3lb.secret s on s.id = m.secret_id
                join b3lb.tenant t on t.id = s.tenant_id
                where t.slug = ? and m.meeting_id = ? and m.state <> 'CLOSED'""", tenant, meetingId);
    }

    /** How many are on the way to the living meeting of that id. */
    long coming(String meetingId) throws SQLException {
        return number("""
                select max(m.coming) from b3lb.meeting m join b3lb.secret s on s.id = m.secret_id
                join b3lb.tenant t on t.id = s.tenant_id
                where t.slug = ? and m.meeting_id = ? and m.state <> 'CLOSED'""", tenant, meetingId);
    }

    /** Lets those who are on the way have joined some time ago. */
    void makeJoinsOlder(String meetingId, int seconds) throws SQLException {
        update("""
                update b3lb.meeting set coming_at = coming_at - ? * interval '1 second' where meeting_id = ?""", seconds, meetingId);
    }

    /** Locks the meetings of that id until the connection is closed. */
    void lock(Connection connection, String meetingId) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                prepare(connection, "select id from b3lb.meeting where meeting_id = ? for update", meetingId)) {
            statement.executeQuery().close();
        }
    }

    /** How many sizes are kept. */
    long kept() throws SQLException {
        return number("""
                select count(*) from b3lb.meeting_size z join b3lb.secret s on s.id = z.secret_id
                join b3lb.tenant t on t.id = s.tenant_id where t.slug = ?""", tenant);
    }

    /** How many sizes of that many attendees are kept. */
    long kept(int size) throws SQLException {
        return number("""
                select count(*) from b3lb.meeting_size z join b3lb.secret s on s.id = z.secret_id
                join b3lb.tenant t on t.id = s.tenant_id where t.slug = ? and z.peak = ?""", tenant, size);
    }

    /** A meeting that is over and that polls have seen. */
    void insertEnded(String meetingId, int peak, String createdIn, String ended) throws SQLException {
        insertMeeting(meetingId, peak, createdIn, ended, true, false);
    }

    /**
     * A meeting that is over.
     *
     * @param createdIn time from now to when it was created
     * @param ended time since it ended
     */
    void insertMeeting(String meetingId, int peak, String createdIn, String ended, boolean listed, boolean breakout)
            throws SQLException {
        update("""
                insert into b3lb.meeting (id, secret_id, node_id, meeting_id, state, nonce, created_at, closed_at,
                                          peak_attendees, listed, breakout)
                select gen_random_uuid(), s.id, n.id, ?, 'CLOSED', ?, now() + cast(? as interval),
                       now() - cast(? as interval), ?, ?, ?
                from b3lb.secret s join b3lb.tenant t on t.id = s.tenant_id, (select id from b3lb.node limit 1) n
                where t.slug = ?""", meetingId, UUID.randomUUID().toString(), createdIn, ended, peak, listed, breakout, tenant);
    }

    /** A size that was noted some time ago. */
    void insertSize(int size, String age) throws SQLException {
        update("""
                insert into b3lb.meeting_size (secret_id, room, hour, peak, ended_at)
                select s.id, decode(md5('a room'), 'hex'), 0, ?, now() - cast(? as interval)
                from b3lb.secret s join b3lb.tenant t on t.id = s.tenant_id where t.slug = ?""", size, age, tenant);
    }

    private long number(String sql, Object... values) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
