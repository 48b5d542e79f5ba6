package dev.b3lb.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A PostgreSQL server on the loopback address, with a role {@code b3lb} and a database of that name. It lets nobody in
 * without a password. Its data stay in the workplace, so that a server that is started there again finds them.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final String NAME = "b3lb";

    private final Workplace workplace;
    private final PostgresDirectory directory;
    private final int port;
    private final String password;
    private EmbeddedPostgres server;
    private Guardian.Watch watch;

    private PostgresServer(Workplace workplace, int port, String password) {
        this.workplace = workplace;
        this.directory = new PostgresDirectory(workplace.part("postgres"));
        this.port = port;
        this.password = password;
    }

    /** Starts a server for tests, with a password that everybody knows. */
    public static PostgresServer start(Workplace workplace, int port) {
        return start(workplace, port, NAME);
    }

    /**
     * Starts a server and makes role and database when they are not there.
     *
     * @param password of the role and of the server's owner: letters and digits
     * @throws TestbedFailure when it does not answer within a minute
     */
    public static PostgresServer start(Workplace workplace, int port, String password) {
        PostgresServer postgres = new PostgresServer(workplace, port, password);
        postgres.restart();
        return postgres;
    }

    /** Starts the server again with the data that it had, on the same port, after a {@link #kill()}. */
    public void restart() {
        refuseRootWithoutUserNamespaces();
        directory.prepare();
        watch = workplace.guardian().watchPidFile(directory.pidFile(), "INT");
        ProgramDirectory program = ProgramDirectory.open(workplace, Workplace.POSTGRES_PROGRAM);
        try {
            server = builder(program.path()).start();
            program.complete();
            makeDatabase();
            demandPasswords();
            directory.complete();
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            // The last of these is how the library says that it could not unpack the program
            close();
            throw new TestbedFailure(
                    "PostgreSQL could not be started on port " + port + ": " + reason(e) + "; its log is "
                            + workplace.log("postgres"),
                    e);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() != null ? failure.getMessage() : String.valueOf(failure.getCause());
    }

    private static void refuseRootWithoutUserNamespaces() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new TestbedFailure("PostgreSQL does not run as root and 'unshare -U' does not work here;"
                    + " run this as an ordinary user.");
        }
    }

    private EmbeddedPostgres.Builder builder(Path program) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(workplace.log("postgres").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                // TCP only, so that a killed server leaves nothing in /tmp
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                // What was committed has to survive a kill, as on any PostgreSQL that people trust
                .setServerConfig("synchronous_commit", "on")
                .setConnectConfig("password", password)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    private void makeDatabase() throws SQLException {
        DataSource asOwner = server.getPostgresDatabase();
        try (Connection connection = asOwner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!finds(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login");
            }
            if (!finds(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    /** The library makes a server that trusts everybody on this machine. */
    private void demandPasswords() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(NAME, "postgres")) {
                statement.execute("alter role " + role + " password '" + password + "'");
            }
            directory.demandPasswords();
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** The database's address as the setting DATABASE_URL takes it, with the role's name and password. */
    public URI url() {
        return URI.create("postgresql://" + NAME + ":" + password + "@127.0.0.1:" + port + "/" + NAME);
    }

    /** A new connection to the database as the role that the server uses. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password);
    }

    /** Some work that can fail. */
    @FunctionalInterface
    public interface Deed {
        /** Does it. */
        void run(Statement asOwner) throws SQLException;
    }

    /** Lets the owner of the server do something while the role has no connection and gets none. */
    public void whileNobodyConnects(Deed deed) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", NAME).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + NAME + " nologin");
            try {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + NAME + "'");
                deed.run(statement);
            } finally {
                statement.execute("alter role " + NAME + " login");
            }
        }
    }

    /** Ends the server as a crash does; {@link #restart()} recovers it. */
    public void kill() {
        List<ProcessHandle> all = processes();
        all.stream().limit(1).forEach(ProcessHandle::destroyForcibly);
        // The processes of the connections end by themselves when they notice; until then nobody can start anew
        all.forEach(PostgresServer::awaitEnd);
        close();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    /** Lets the server hang with all its connections: new ones are taken, nothing is answered. */
    public void suspend() {
        processes().forEach(process -> Signals.send("STOP", process.pid()));
    }

    /** Ends a {@link #suspend()}. */
    public void resume() {
        processes().forEach(process -> Signals.send("CONT", process.pid()));
    }

    /** The main process first, then those of its connections and its own work; none when it is not running. */
    private List<ProcessHandle> processes() {
        Optional<ProcessHandle> main = directory.pid().flatMap(ProcessHandle::of);
        return main.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** Stops the server; its data stay. */
    @Override
    public void close() {
        resume();
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new TestbedFailure("PostgreSQL could not be stopped: " + e.getMessage(), e);
            }
        }
        processes().forEach(ProcessHandle::destroyForcibly);
        watch.release();
    }
}
