package dev.b3lb.benchmark;

import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.TestbedFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Writes a large pool into the database, as if it had been at work for a while. */
final class PoolRows {

    private static final String POOL = """
            insert into b3lb.cluster (id, version, name) values (?, 0, 'benchmark');
            insert into b3lb.cluster_group (id, version, name) values (?, 0, 'benchmark');
            insert into b3lb.cluster_group_cluster (cluster_id, cluster_group_id) values (?, ?)""";

    private static final String TENANT = """
            insert into b3lb.tenant (id, version, slug, stats_token, cluster_group_id) values (?, 0, ?, ?, ?)""";

    private static final String SECRET = """
            insert into b3lb.secret (id, version, tenant_id, sub_id, secret) values (?, 0, ?, ?, ?)""";

    private static final String NODE = """
            insert into b3lb.node (id, version, slug, base_url, secret, cluster_id) values (?, 0, ?, ?, 'x', ?);
            insert into b3lb.node_state (node_id) values (?)""";

    private static final String MEETING = """
            insert into b3lb.meeting (id, secret_id, node_id, meeting_id, state, internal_meeting_id, create_time,
                                      nonce, confirmed_at)
            values (?, ?, ?, ?, 'OPEN', ?, 1700000000000, ?, now())""";

    private static final UUID ID = new UUID(0xB4, 0);

    private PoolRows() {}

    /** The secret of every tenant. */
    static String secret() {
        return "benchmark".repeat(5);
    }

    /** The slug of a tenant. */
    static String tenant(int number) {
        return "BENCH" + number;
    }

    /** Writes everything in one transaction; the servers read it as any change of the configuration. */
    static void write(PostgresServer postgres, PoolSize size, StandInNodes nodes) {
        try (Connection connection = postgres.connect()) {
            connection.setAutoCommit(false);
            run(connection, POOL, ID, ID, ID, ID);
            for (int tenant = 0; tenant < size.tenants(); tenant++) {
                UUID id = tenantId(tenant);
                run(connection, TENANT, id, tenant(tenant), id, ID);
                for (int subId = 0; subId < size.secrets(); subId++) {
                    run(connection, SECRET, secretId(tenant, subId), id, subId, secret());
                }
            }
            for (int node = 0; node < size.nodes(); node++) {
                UUID id = new UUID(0xB6, node);
                run(connection, NODE, id, "bench-" + node, nodes.url(node), ID, id);
            }
            writeMeetings(connection, size);
            run(connection, "update b3lb.configuration_version set number = number + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new TestbedFailure("The pool could not be written: " + e.getMessage(), e);
        }
    }

    private static UUID tenantId(int tenant) {
        return new UUID(0xB5, tenant);
    }

    private static UUID secretId(int tenant, int subId) {
        return new UUID(0xB7 + subId, tenant);
    }

    private static void writeMeetings(Connection connection, PoolSize size) throws SQLException {
        for (int node = 0; node < size.nodes(); node++) {
            for (int meeting = 0; meeting < size.meetings(); meeting++) {
                UUID id = size.marker(node, meeting);
                UUID secret = secretId((node + meeting) % size.tenants(), 0);
                run(
                        connection,
                        MEETING,
                        id,
                        secret,
                        new UUID(0xB6, node),
                        size.meetingId(node, meeting),
                        size.internalId(node, meeting),
                        id.toString());
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
