package dev.b3lb.testbed;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends POSIX signals that the Java API has no method for. */
final class Signals {

    private static final int LIMIT_SECONDS = 10;

    private Signals() {}

    /**
     * Sends a signal; a process that is gone already is no failure.
     *
     * @param name the signal without SIG, for instance STOP
     * @param target a process id, or a negative one for a process group
     */
    static void send(String name, long target) {
        // The shell's own kill, because /bin/kill is not on every machine
        String command = "kill -s " + name + " -- " + target;
        try {
            Process kill = new ProcessBuilder("sh", "-c", command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new TestbedFailure("The shell could not be started to send signal " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
