package dev.b3lb.testbed;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis server on the loopback address that keeps nothing on disk and lets nobody in without a password. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final String PASSWORD_OF_TESTS = "b3lb";

    private final Workplace workplace;
    private final int port;
    private final String password;
    private final File program;
    private ChildProcess process;

    private RedisServer(Workplace workplace, int port, String password, File program) {
        this.workplace = workplace;
        this.port = port;
        this.password = password;
        this.program = program;
    }

    /** Starts a server for tests, with a password that everybody knows. */
    public static RedisServer start(Workplace workplace, int port) {
        return start(workplace, port, PASSWORD_OF_TESTS);
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param password letters and digits
     * @throws TestbedFailure when it does not within 20 seconds
     */
    public static RedisServer start(Workplace workplace, int port, String password) {
        RedisServer server = new RedisServer(workplace, port, password, program(workplace));
        server.restart();
        return server;
    }

    private static File program(Workplace workplace) {
        ProgramDirectory directory = ProgramDirectory.open(workplace, Workplace.REDIS_PROGRAM);
        try {
            File program = ExecutableProvider.newJarResourceProvider(
                            directory.path().toFile())
                    .get();
            directory.complete();
            return program;
        } catch (IOException | RuntimeException e) {
            throw new TestbedFailure("There is no Redis program for this machine: " + e.getMessage(), e);
        }
    }

    /** Starts the server again, empty, on the same port, after a {@link #kill()}. */
    public void restart() {
        List<String> command = List.of(
                program.getAbsolutePath(),
                passwordFile().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                program.getParent());
        process = ChildProcess.start("Redis", command, Map.of(), workplace.log("redis"), workplace.guardian());
        process.awaitReady(START_LIMIT, this::answers);
    }

    /** Arguments of a command are for all users of a machine to see, the workplace is not. */
    private Path passwordFile() {
        Path file = workplace.part("redis").resolve(port + ".conf");
        try {
            return Files.writeString(file, "requirepass " + password + "\n");
        } catch (IOException e) {
            throw new TestbedFailure("Redis' password cannot be written to " + file + ": " + e, e);
        }
    }

    private boolean answers() {
        try (Jedis client = new Jedis("127.0.0.1", port, 1_000)) {
            client.auth(password);
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** The address as the setting CACHE_URL takes it. */
    public URI url() {
        return URI.create("redis://:" + password + "@127.0.0.1:" + port + "/0");
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

    /** Stops the server. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }
}
