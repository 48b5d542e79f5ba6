package dev.b3lb.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bin/b3lb.sh} of a server. */
public final class ShellCommand {

    private static final long LIMIT_SECONDS = 60;
    private static final int NOT_NAMED = 0;

    private final Path home;
    private final int managementPort;
    private final Map<String, String> more;

    /** How a run of the command ended. */
    public record Result(int status, String out, String err) {}

    /** @param managementPort of the server, on the loopback address */
    public ShellCommand(Path home, int managementPort) {
        this(home, managementPort, Map.of());
    }

    /** @param more what else is in its environment */
    public ShellCommand(Path home, int managementPort, Map<String, String> more) {
        this.more = Map.copyOf(more);
        this.home = home.toAbsolutePath();
        this.managementPort = managementPort;
    }

    /** One that is told of no server, so that it has to find that of its folder. */
    public static ShellCommand ofFolder(Path home, Map<String, String> more) {
        return new ShellCommand(home, NOT_NAMED, more);
    }

    /** Where it is. */
    public Path script() {
        return home.resolve("bin/b3lb.sh");
    }

    /** Runs it with some text on standard input; fails when it does not end within a minute. */
    public Result run(String input, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("b3lb-out", ".txt");
        Path err = Files.createTempFile("b3lb-err", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(script().toString()));
            command.addAll(List.of(words));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (managementPort != NOT_NAMED) {
                builder.environment().put("B3LB_MANAGEMENT", "127.0.0.1:" + managementPort);
            }
            builder.environment().putAll(more);
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("b3lb.sh " + command + " did not end");
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
