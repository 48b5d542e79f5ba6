package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A child process in a session of its own, with its output in a file and a guardian behind it. */
final class ChildProcess {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final LogFile log;

    private ChildProcess(String name, Process process, LogFile log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a command whose output is added to a log file.
     *
     * @param name what a person calls it, the beginning of a sentence
     * @param environment the child's whole environment
     */
    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Guardian guardian) {
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            LogFile fromHere = LogFile.from(log);
            Process process = builder.start();
            Guardian.Watch watch = guardian.watch(process.pid(), "TERM");
            process.onExit().thenRun(watch::release);
            return new ChildProcess(name, process, fromHere);
        } catch (IOException e) {
            throw new TestbedFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Waits until the condition holds; fails when the process ends before, or when the limit has passed. */
    void awaitReady(Duration limit, BooleanSupplier ready) {
        try {
            Awaitility.await()
                    .atMost(limit)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("ended", () -> !process.isAlive())
                    .until(ready::getAsBoolean);
        } catch (TerminalFailureException e) {
            throw new TestbedFailure(
                    name + " ended with status " + process.exitValue() + " while it started" + where());
        } catch (ConditionTimeoutException e) {
            throw new TestbedFailure(name + " was not ready within " + limit.toSeconds() + " s" + where());
        }
    }

    private String where() {
        return "; its log " + log.file() + " says:\n" + log.summary();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits without a limit until the process ends by itself; the result is its exit status. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the process to end and kills it, with all that it has started, when it does not within the limit. */
    void stop(Duration limit) {
        process.destroy();
        Signals.send("CONT", process.pid());
        if (!endsWithin(limit)) {
            kill();
        }
    }

    /** Ends the process and all that it has started, at once. */
    void kill() {
        Signals.send("KILL", -process.pid());
        process.destroyForcibly();
        if (!endsWithin(KILL_LIMIT)) {
            throw new TestbedFailure(name + " (process " + process.pid() + ") could not be killed.");
        }
    }

    /** Lets the process and all that it has started stand still, as on a machine that hangs. */
    void suspend() {
        Signals.send("STOP", -process.pid());
    }

    /** Lets them go on. */
    void resume() {
        Signals.send("CONT", -process.pid());
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
