package dev.b3lb.demo;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.Guardian;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.Ports;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.RedisServer;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.TestbedFailure;
import dev.b3lb.testbed.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Starts the demo's parts in order, tells how to use them, and stops them in reverse order. */
final class DemoRun implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private final DemoSettings settings;
    private final PrintStream console;
    private final Parts parts = new Parts();
    private final SecureRandom random = new SecureRandom();

    DemoRun(DemoSettings settings, PrintStream console) {
        this.settings = settings;
        this.console = console;
    }

    /**
     * Runs the demo until its server ends.
     *
     * @throws TestbedFailure when a part cannot be started, or when the server has ended although nobody stopped it
     */
    void run() throws InterruptedException {
        settings.checkPorts();
        Workplace workplace = new Workplace(settings.directory(), parts.add(Guardian.start()));
        parts.add(workplace.lock());
        if (settings.fresh()) {
            workplace.clear();
        }
        workplace.clearLogs();
        Log.into(workplace.log("demo"));
        DemoSecrets secrets = DemoSecrets.keep(settings.directory().resolve("secrets.properties"), random);
        B3lbServer server = startServer(workplace, secrets);
        List<DemoNode> nodes = DemoNodes.start(settings, secrets.nodeSecret(), parts);
        server.awaitReady(READY_LIMIT);
        DemoFacts facts = new DemoFacts(settings, secrets, nodes, setUp(nodes, secrets), server.log());
        publish(facts, workplace.guardian());
        console.println(new Greeting(facts).text());
        int status = server.awaitEnd();
        throw new TestbedFailure("The server has ended with status " + status + "; its log is " + server.log() + ".");
    }

    private B3lbServer startServer(Workplace workplace, DemoSecrets secrets) {
        Ports ports = new Ports(random);
        console.println("Starting PostgreSQL and Redis ...");
        PostgresServer postgres = parts.add(PostgresServer.start(
                workplace, settings.postgresPort().orElseGet(ports::draw), secrets.databasePassword()));
        RedisServer redis = parts.add(
                RedisServer.start(workplace, settings.redisPort().orElseGet(ports::draw), secrets.cachePassword()));
        ServerPlan plan = ServerPlan.of("server", settings.serverHome(), settings.httpPort(), settings.managementPort())
                .on(postgres, redis)
                .with(secrets.admin())
                .with("B3LB_BIND", settings.address())
                .with("B3LB_API_BASE_DOMAIN", "localhost")
                .with("B3LB_PUBLIC_URL", "http://localhost:" + settings.httpPort())
                .with("B3LB_CALLBACK_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128")
                .with("B3LB_POLL_INTERVAL", 5);
        console.println("Starting the server; its log is " + workplace.log("server"));
        return parts.add(B3lbServer.launch(workplace, plan));
    }

    private String setUp(List<DemoNode> nodes, DemoSecrets secrets) {
        console.println("Setting up the pool ...");
        try (Operations operations = new Operations(settings.managementPort())) {
            new DemoUser(operations).setUp(secrets.userPassword());
            return new DemoPool(operations).setUp(nodes, secrets.nodeSecret());
        } catch (OperationRejected e) {
            throw new TestbedFailure(e.getMessage(), e);
        }
    }

    private void publish(DemoFacts facts, Guardian guardian) {
        Path file = settings.facts();
        // Before the file is there, so that it never outlives us
        Guardian.Watch watch = guardian.watchFile(file);
        parts.add(() -> {
            Files.deleteIfExists(file);
            watch.release();
        });
        try {
            facts.writeTo(file);
        } catch (IOException e) {
            throw new TestbedFailure("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether somebody stops or has stopped the demo. */
    boolean isClosed() {
        return parts.isClosed();
    }

    /** Stops what was started; without a word when that is nothing. */
    @Override
    public void close() {
        if (parts.isEmpty()) {
            return;
        }
        console.println("Stopping ...");
        parts.close();
        console.println("Everything has stopped.");
    }
}
