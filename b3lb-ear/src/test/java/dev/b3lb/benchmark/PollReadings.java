package dev.b3lb.benchmark;

import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.TestbedFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database says of polling. */
final class PollReadings implements AutoCloseable {

    private final Connection connection;

    PollReadings(PostgresServer postgres) {
        try {
            connection = postgres.connect();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Nodes whose last poll was good. */
    long activeNodes() {
        return number("select count(*) from b3lb.node_state where health = 'ACTIVE'");
    }

    /** Milliseconds since the poll of that node whose last poll was longest ago. */
    long oldestPollMillis() {
        return number("""
                select coalesce(round(1000 * max(extract(epoch from clock_timestamp() - last_poll_at))), 0)
                from b3lb.node_state""");
    }

    /** Attendees in all meetings that are open. */
    long attendees() {
        return number("select coalesce(sum(attendees), 0) from b3lb.meeting where state = 'OPEN'");
    }

    /** Transactions that were committed so far. */
    long commits() {
        return number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static TestbedFailure unreadable(SQLException e) {
        return new TestbedFailure("The database cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
