package dev.b3lb.testbed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small shell process that outlives this JVM for as long as it takes to stop our other child processes. It learns
 * about them through a pipe, and when the pipe closes, because the JVM was killed or ended without cleaning up, it
 * stops what is left, last started first: a polite signal, then, after 20 seconds, a kill of the process and its group.
 * It ignores what a terminal sends and ends when everything has stopped.
 */
public final class Guardian implements AutoCloseable {

    private static final int CLOSE_LIMIT_SECONDS = 60;

    private final Process shell;
    private final BufferedWriter pipe;
    private long lastId;

    private Guardian(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the shell. */
    public static Guardian start() {
        List<String> command = Detached.command(List.of("sh", "-c", script(), "b3lb-guardian"));
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A shell that cannot say it has ended, which ends the wait as well
            if (!"ready".equals(shell.inputReader(StandardCharsets.UTF_8).readLine())) {
                throw new TestbedFailure("The shell that guards the child processes ended at once.");
            }
            return new Guardian(shell);
        } catch (IOException e) {
            throw new TestbedFailure("The shell that guards the child processes could not be started.", e);
        }
    }

    /**
     * Looks after a process.
     *
     * @param signal the polite signal without SIG, for instance TERM
     */
    public Watch watch(long pid, String signal) {
        return watch(signal, "pid", Long.toString(pid));
    }

    /**
     * Looks after the process whose id stands in the first line of a file. The file may appear later and disappear;
     * a file that is there already must not be stale.
     *
     * @param signal the polite signal without SIG, for instance INT
     */
    public Watch watchPidFile(Path file, String signal) {
        return watch(signal, "file", file.toAbsolutePath().toString());
    }

    /** Looks after a file that must not outlive us: it is deleted, after the processes that were watched later. */
    public Watch watchFile(Path file) {
        return watch("-", "delete", file.toAbsolutePath().toString());
    }

    private synchronized Watch watch(String signal, String kind, String value) {
        long id = ++lastId;
        if (!tell("+ " + id + " " + signal + " " + kind + " " + value)) {
            throw new TestbedFailure("The shell that guards the child processes has ended.");
        }
        return () -> release(id);
    }

    private synchronized void release(long id) {
        // A guardian that is gone already has nothing to forget
        tell("- " + id);
    }

    private boolean tell(String line) {
        try {
            pipe.write(line);
            pipe.newLine();
            pipe.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The guardian's own process id. */
    public long pid() {
        return shell.pid();
    }

    /** Stops what is still watched and waits until that is done, at most a minute. */
    @Override
    public void close() {
        closePipe();
        try {
            if (!shell.waitFor(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closePipe() {
        try {
            pipe.close();
        } catch (IOException e) {
            // The shell is gone, and with it the other end of the pipe
            shell.destroyForcibly();
        }
    }

    private static String script() {
        try (InputStream script = Guardian.class.getResourceAsStream("guardian.sh")) {
            if (script == null) {
                throw new TestbedFailure("guardian.sh is missing beside " + Guardian.class + ".");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process that the guardian looks after. */
    @FunctionalInterface
    public interface Watch {

        /** Tells the guardian to forget the process, because it has ended. */
        void release();
    }
}
