package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A provisioned server, run by its own start script as an operator would. */
public final class B3lbServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final byte[] NOTHING = new byte[0];

    /** What the child gets from our environment; anything else could change what is tested. */
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final ServerPlan plan;
    private final Path directory;
    private final Path log;
    private final Guardian guardian;
    private ChildProcess process;

    private B3lbServer(Workplace workplace, ServerPlan plan) {
        this.plan = plan;
        this.directory = workplace.directory().resolve(plan.name());
        this.log = workplace.log(plan.name());
        this.guardian = workplace.guardian();
    }

    /**
     * Starts a server and waits until it says that it is ready.
     *
     * @throws TestbedFailure with the end of its log when it ends before or is not ready within three minutes
     */
    public static B3lbServer start(Workplace workplace, ServerPlan plan) {
        B3lbServer server = launch(workplace, plan);
        server.awaitReadyOrClose();
        return server;
    }

    /** Starts a server and does not wait. */
    public static B3lbServer launch(Workplace workplace, ServerPlan plan) {
        B3lbServer server = new B3lbServer(workplace, plan);
        ServerDirectory.make(plan, server.directory);
        server.run();
        return server;
    }

    /** Starts the server again after a {@link #kill()} or {@link #close()}, and waits until it is ready. */
    public void restart() {
        run();
        awaitReadyOrClose();
    }

    private void run() {
        Path script = plan.home().resolve("bin/b3lb-server.sh");
        if (!Files.isExecutable(script)) {
            throw new TestbedFailure("There is no start script " + script + "; build the server with mvn package.");
        }
        List<String> command = List.of(
                script.toString(),
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.node.name=" + plan.name(),
                "-Djboss.http.port=" + plan.httpPort(),
                "-Djboss.management.http.port=" + plan.managementPort());
        process = ChildProcess.start("The server", command, environment(), log, guardian);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().retainAll(INHERITED);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(plan.environment());
        return environment;
    }

    private void awaitReadyOrClose() {
        try {
            awaitReady(START_LIMIT);
        } catch (TestbedFailure e) {
            close();
            throw e;
        }
    }

    /** Waits until the server is ready; fails with the end of its log when it ends before or the limit has passed. */
    public void awaitReady(Duration limit) {
        process.awaitReady(limit, this::isReady);
    }

    /** Whether the server says that it is ready. */
    public boolean isReady() {
        try {
            return new RawHttp(plan.httpPort())
                            .send("GET", "/health/ready", List.of("Host: localhost"), NOTHING)
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where tenants call, on all addresses of this machine. */
    public int httpPort() {
        return plan.httpPort();
    }

    /** Where operations are called, on the loopback address. */
    public int managementPort() {
        return plan.managementPort();
    }

    /** The file that holds what the server says. */
    public Path log() {
        return log;
    }

    /** What the server writes to, {@code jboss.server.base.dir}. */
    public Path directory() {
        return directory;
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits without a limit until the server ends by itself; the result is its exit status. */
    public int awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    /**
     * The server's JVM, which is a child of the start script.
     *
     * @throws TestbedFailure when there is none
     */
    public ProcessHandle jvm() {
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(script -> Stream.concat(Stream.of(script), script.descendants()))
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new TestbedFailure("The server has no JVM; its log is " + log + "."));
    }

    /** Ends the server as a crash does. */
    public void kill() {
        process.kill();
    }

    /** Lets the server hang: connections are taken, nothing is answered. */
    public void suspend() {
        process.suspend();
    }

    /** Ends a {@link #suspend()}. */
    public void resume() {
        process.resume();
    }

    /** Stops the server gracefully, and by force after 40 seconds. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public String toString() {
        return "B3lbServer[" + plan + "]";
    }
}
