package dev.b3lb.it;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.RedisServer;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.Testbed;
import dev.b3lb.testbed.Workplace;
import java.util.function.UnaryOperator;

/** A server with a database and a Redis of its own, for tests that hurt them. */
final class OwnServer implements AutoCloseable {

    private final Testbed testbed;
    private final Parts parts = new Parts();
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final B3lbServer server;
    private final Operations operations;

    private OwnServer(Testbed testbed, String name, UnaryOperator<ServerPlan> settings) {
        this.testbed = testbed;
        Workplace workplace = workplace(testbed, name);
        try {
            postgres = parts.add(PostgresServer.start(workplace, testbed.ports().draw()));
            redis = parts.add(RedisServer.start(workplace, testbed.ports().draw()));
            ServerPlan plan = testbed.newPlan(name).on(postgres, redis);
            server = parts.add(B3lbServer.start(workplace, settings.apply(plan)));
            operations = parts.add(new Operations(server.managementPort()));
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    static OwnServer start(Testbed testbed, String name, UnaryOperator<ServerPlan> settings) {
        return new OwnServer(testbed, name, settings);
    }

    /** A directory of its own below that of the shared parts. */
    static Workplace workplace(Testbed testbed, String name) {
        return new Workplace(
                testbed.workplace().part("own-" + name), testbed.workplace().guardian());
    }

    Pool newPool(int nodes) {
        return testbed.newPool(server, operations, nodes);
    }

    PostgresServer postgres() {
        return postgres;
    }

    RedisServer redis() {
        return redis;
    }

    B3lbServer server() {
        return server;
    }

    Operations operations() {
        return operations;
    }

    @Override
    public void close() {
        parts.close();
    }
}
