package dev.b3lb.benchmark;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.Guardian;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.Ports;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.RedisServer;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.TestbedFailure;
import dev.b3lb.testbed.Workplace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Lets one server poll a very large pool and tells what that costs, as {@code mvn -Pbenchmark} starts it. Everything
 * runs on one machine, but only the server's own JVM is measured.
 */
public final class PollingBenchmark {

    private static final Duration ACTIVE_LIMIT = Duration.ofMinutes(3);

    /** The tool that tells the heap is a JVM of its own, and must not keep the machine busy. */
    private static final int HEAP_SECONDS = 10;

    private final Path home;
    private final Workplace workplace;
    private final PoolSize size = new PoolSize(
            Integer.getInteger("b3lb.benchmark.nodes", 1_000),
            Integer.getInteger("b3lb.benchmark.meetings", 10),
            Integer.getInteger("b3lb.benchmark.attendees", 20),
            Integer.getInteger("b3lb.benchmark.tenants", 20),
            Integer.getInteger("b3lb.benchmark.secrets", 250));
    private final int warmUpSeconds = Integer.getInteger("b3lb.benchmark.warmup", 60);
    private final int seconds = Integer.getInteger("b3lb.benchmark.seconds", 120);
    private final boolean profile = Boolean.getBoolean("b3lb.benchmark.profile");
    private final PrintStream console;
    private final Parts parts;

    private PollingBenchmark(Path home, Path directory, Parts parts, PrintStream console) {
        this.home = home;
        this.parts = parts;
        this.console = console;
        this.workplace = new Workplace(directory, parts.add(Guardian.start()));
    }

    /**
     * Runs the benchmark; the JVM's exit status is 1 when it cannot be run.
     *
     * @param arguments the provisioned server's directory and the build directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream console = System.out;
        int status = 0;
        try (Parts parts = new Parts()) {
            new PollingBenchmark(Path.of(arguments[0]), Path.of(arguments[1], "benchmark"), parts, console).run();
        } catch (TestbedFailure e) {
            console.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private void run() throws InterruptedException {
        parts.add(workplace.lock());
        workplace.clear();
        Ports ports = new Ports(new Random());
        StandInNodes nodes = parts.add(StandInNodes.start(size, ports.draw()));
        PostgresServer postgres = parts.add(PostgresServer.start(workplace, ports.draw()));
        RedisServer redis = parts.add(RedisServer.start(workplace, ports.draw()));
        B3lbServer server = parts.add(B3lbServer.start(
                workplace,
                ServerPlan.of("server", home, ports.draw(), ports.draw())
                        .with("B3LB_API_BASE_DOMAIN", "localhost")
                        .with("B3LB_METRICS_PUBLIC", true)
                        .on(postgres, redis)));
        PollReadings polls = parts.add(new PollReadings(postgres));
        console.println("Pool: " + size);
        PoolRows.write(postgres, size, nodes);
        long start = System.nanoTime();
        Awaitility.await().atMost(ACTIVE_LIMIT).until(() -> polls.activeNodes() == size.nodes());
        console.printf("All nodes ACTIVE after: %.1f s%n", secondsSince(start));
        Thread.sleep(1_000L * warmUpSeconds);
        measure(new JvmReadings(server.jvm()), polls, nodes);
        new ScrapeReadings(server.httpPort(), size).print(console);
    }

    private void measure(JvmReadings jvm, PollReadings polls, StandInNodes nodes) throws InterruptedException {
        if (profile) {
            jvm.startProfile();
        }
        int[] before = pollsOfNodes(nodes);
        long commits = polls.commits();
        Duration cpu = jvm.cpu();
        long start = System.nanoTime();
        long oldest = 0;
        long mostHeap = 0;
        for (int i = 1; secondsSince(start) < seconds; i++) {
            Thread.sleep(1_000);
            oldest = Math.max(oldest, polls.oldestPollMillis());
            if (i % HEAP_SECONDS == 0) {
                mostHeap = Math.max(mostHeap, jvm.heapMegabytes());
            }
        }
        double wall = secondsSince(start);
        double cpuSeconds = jvm.cpu().minus(cpu).toMillis() / 1000.0;
        int[] after = pollsOfNodes(nodes);
        int[] each =
                IntStream.range(0, size.nodes()).map(i -> after[i] - before[i]).toArray();
        int all = IntStream.of(each).sum();
        console.printf("Measured: %.1f s%n", wall);
        console.printf("Server CPU: %.1f s, %.3f cores%n", cpuSeconds, cpuSeconds / wall);
        console.printf("Polls: %d, %.1f per second%n", all, all / wall);
        console.printf(
                "Polls of one node: %d to %d%n",
                IntStream.of(each).min().orElse(0), IntStream.of(each).max().orElse(0));
        console.printf("Oldest last poll of any node: %.1f s%n", oldest / 1000.0);
        console.printf("CPU for each poll: %.2f ms%n", 1000 * cpuSeconds / all);
        console.printf("Commits for each poll: %.2f%n", (polls.commits() - commits) / (double) all);
        console.printf("Attendees known: %d%n", polls.attendees());
        console.printf("Most heap in use, garbage included: %d MiB%n", mostHeap);
        if (profile) {
            Path file = workplace.directory().resolve("benchmark.jfr");
            jvm.writeProfile(file);
            console.println("Profile: " + file);
        }
        jvm.collect();
        console.printf("Heap after a collection: %d MiB%n", jvm.heapMegabytes());
    }

    private int[] pollsOfNodes(StandInNodes nodes) {
        return IntStream.range(0, size.nodes()).map(nodes::polls).toArray();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
