package dev.b3lb.polling;

import dev.b3lb.node.NodeHealth;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Nodes in tables that no server knows, in whatever state a test needs. */
final class ScratchNodes {

    private final Jdbi jdbi;
    private final UUID cluster = UUID.randomUUID();

    ScratchNodes(Jdbi jdbi) {
        this.jdbi = jdbi;
        jdbi.useHandle(handle -> {
            handle.execute("delete from node");
            handle.execute("delete from cluster");
            handle.execute("update health_freeze set since = null");
            handle.execute("insert into cluster (id, version, name) values (?, 0, 'main')", cluster);
        });
    }

    /** A node that has had its health for an hour. */
    UUID add(NodeHealth health) {
        UUID node = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into node (id, version, slug, secret, cluster_id) values (?, 0, ?, 'secret', ?)",
                    node,
                    node.toString(),
                    cluster);
            handle.execute(
                    "insert into node_state (node_id, health, health_since) values (?, ?, now() - interval '1 hour')",
                    node,
                    health.name());
        });
        return node;
    }

    /** A node that turned bad so many seconds ago and got its health at the same time. */
    UUID addBad(NodeHealth health, int seconds) {
        UUID node = add(health);
        set(node, "error_since = now() - interval '" + seconds + " seconds', last_error = 'no connection'");
        set(node, "health_since = error_since");
        return node;
    }

    /** Changes columns of a node's state. */
    void set(UUID node, String assignments) {
        jdbi.useHandle(handle -> handle.execute("update node_state set " + assignments + " where node_id = ?", node));
    }

    /** Puts a node into maintenance. */
    void maintenance(UUID node) {
        jdbi.useHandle(handle -> handle.execute("update node set maintenance = true where id = ?", node));
    }

    /** States are frozen since so many seconds. */
    void freeze(int seconds) {
        jdbi.useHandle(
                handle -> handle.execute("update health_freeze set since = now() - ? * interval '1 second'", seconds));
    }

    boolean frozen() {
        return jdbi.withHandle(handle -> handle.createQuery("select since is not null from health_freeze")
                .mapTo(Boolean.class)
                .one());
    }

    NodeHealth health(UUID node) {
        return NodeHealth.valueOf(row(node).get("health").toString());
    }

    /** All columns of a node's state. */
    Map<String, Object> row(UUID node) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from node_state where node_id = ?")
                .bind(0, node)
                .mapToMap()
                .one());
    }

    /** Lets a node be polled. */
    Claim claim(UUID node) {
        UUID lease = UUID.randomUUID();
        set(node, "lease = '" + lease + "', lease_until = now() + interval '1 minute'");
        return new Claim(node, lease, "now", health(node), false);
    }
}
