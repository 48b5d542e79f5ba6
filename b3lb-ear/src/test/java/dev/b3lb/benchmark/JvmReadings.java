package dev.b3lb.benchmark;

import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM uses up, as the system and the JDK's own tool tell it. */
public final class JvmReadings {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final ProcessHandle jvm;

    /** @param jvm a JVM of the same user */
    public JvmReadings(ProcessHandle jvm) {
        this.jvm = jvm;
    }

    /** CPU time since the JVM was started. */
    Duration cpu() {
        return ProcessHandle.of(jvm.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new TestbedFailure("The system does not tell the CPU time of the server."));
    }

    /** MiB of the heap that are in use, garbage included. */
    public long heapMegabytes() {
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new TestbedFailure("jcmd does not tell the heap of the server.");
        }
        return Long.parseLong(used.group(1)) / 1024;
    }

    /** Collects garbage. */
    public void collect() {
        jcmd("GC.run");
    }

    /** Starts the JDK's flight recorder. */
    void startProfile() {
        jcmd("JFR.start", "name=benchmark", "settings=profile");
    }

    /** Writes what the flight recorder has seen; {@code jfr} reads it. */
    void writeProfile(Path file) {
        jcmd("JFR.dump", "name=benchmark", "filename=" + file.toAbsolutePath());
    }

    private String jcmd(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(jvm.pid())));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new TestbedFailure("jcmd cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedFailure("The wait for jcmd was interrupted.", e);
        }
    }
}
