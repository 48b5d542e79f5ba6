package dev.b3lb.testbed;

import java.nio.file.Path;
import java.util.Random;

/**
 * One server with its PostgreSQL and Redis, shared by all integration tests of a run. A test makes its own nodes and
 * its own tenant with {@link #newPool(int)}, so that tests do not see each other. Tests that need a server or a
 * database to themselves start one in {@link #workplace()} with the classes of this package.
 */
public final class Testbed implements AutoCloseable {

    /** The only name by which tests, nodes and callbacks find a server on a machine without DNS. */
    public static final String BASE_DOMAIN = "localhost";

    /** Who may read metrics by the servers' settings. */
    public static final String METRICS_USER = "scraper";

    /** That one's password. */
    public static final String METRICS_PASSWORD = "the scraper's password";

    /** Where servers put nodes for which nobody names a cluster; a test that needs it has to make it. */
    public static final String DEFAULT_CLUSTER = "cluster-of-scalelite";

    private final Parts parts;
    private final Path home;
    private final Workplace workplace;
    private final Ports ports;
    private final Names names;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final B3lbServer server;
    private final Operations operations;

    private Testbed(Parts parts, Path home, Path directory) {
        this.parts = parts;
        this.home = home;
        ports = new Ports(new Random());
        names = new Names(new Random());
        workplace = new Workplace(directory, parts.add(Guardian.start()));
        parts.add(workplace.lock());
        workplace.clear();
        postgres = parts.add(PostgresServer.start(workplace, ports.draw()));
        redis = parts.add(RedisServer.start(workplace, ports.draw()));
        server = parts.add(B3lbServer.start(
                workplace, plan("server", home, ports.draw(), ports.draw()).on(postgres, redis)));
        operations = parts.add(new Operations(server.managementPort()));
    }

    /**
     * Starts everything.
     *
     * @param home the provisioned server
     * @param directory where the parts write; what an earlier run left there is deleted
     */
    public static Testbed start(Path home, Path directory) {
        Parts parts = new Parts();
        try {
            return new Testbed(parts, home, directory);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** A plan for one more server, with ports of its own and the settings of tests, but no database yet. */
    public ServerPlan newPlan(String name) {
        return plan(name, home, ports.draw(), ports.draw());
    }

    private static ServerPlan plan(String name, Path home, int httpPort, int managementPort) {
        return ServerPlan.of(name, home, httpPort, managementPort)
                .with("B3LB_API_BASE_DOMAIN", BASE_DOMAIN)
                .with("B3LB_PUBLIC_URL", "http://" + BASE_DOMAIN + ":" + httpPort)
                .with("B3LB_CALLBACK_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128")
                .with("B3LB_DEFAULT_CLUSTER", DEFAULT_CLUSTER)
                .with("B3LB_METRICS_USER", METRICS_USER)
                .with("B3LB_METRICS_PASSWORD", METRICS_PASSWORD)
                .with("B3LB_POLL_INTERVAL", 2);
    }

    /** A new cluster with new nodes that are ready for meetings, and a new tenant that may use them. */
    public Pool newPool(int nodes) {
        return newPool(server, operations, nodes);
    }

    /** The same on another server than the shared one. */
    public Pool newPool(B3lbServer other, Operations itsOperations, int nodes) {
        Pool pool = Pool.make(other, itsOperations, ports, names);
        try {
            pool.addNodes(nodes);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** The shared server. */
    public B3lbServer server() {
        return server;
    }

    /** The shared server's operations. */
    public Operations operations() {
        return operations;
    }

    /** The shared server's database. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The shared server's Redis. */
    public RedisServer redis() {
        return redis;
    }

    /** Free ports of this machine. */
    public Ports ports() {
        return ports;
    }

    /** Names that nothing else in this run has. */
    public Names names() {
        return names;
    }

    /** Where all parts write. */
    public Workplace workplace() {
        return workplace;
    }

    /** Stops everything, the server first. */
    @Override
    public void close() {
        parts.close();
    }
}
