package dev.b3lb.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Waits until the database of DATABASE_URL takes a log-in. Without that wait the server would start, fail to deploy its
 * application, and have to be started again.
 *
 * <p>A PostgreSQL that was seen to come up gets some time to make role and database: who installs both at once often
 * creates them just after its start. One that was up from the first attempt is taken at its word.
 */
public final class WaitForDatabase {

    /** One attempt to log in. */
    @FunctionalInterface
    interface LogIn {

        /** @throws WrongSetting when the server will never do */
        void attempt() throws SQLException, WrongSetting;
    }

    /** The time that passes: a monotonic clock, and the way to wait on it. */
    interface Time {

        long nanos();

        void sleep(Duration pause) throws InterruptedException;
    }

    /** Exit status when the database did not come up in time (EX_TEMPFAIL of sysexits.h). */
    static final int TOO_LATE = 75;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    /** How long a PostgreSQL that just came up may refuse what it may be about to learn. */
    static final Duration SETTLING = Duration.ofSeconds(15);

    private static final int OLDEST_VERSION = 140000;

    private final DatabaseUrl database;
    private final Duration limit;
    private final LogIn logIn;
    private final Time time;

    WaitForDatabase(DatabaseUrl database, Duration limit, LogIn logIn, Time time) {
        this.database = database;
        this.limit = limit;
        this.logIn = logIn;
        this.time = time;
    }

    /** Ends with status 0 when the database is there, 75 when it is not in time, 78 when it never will be. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Map<String, String> environment = System.getenv();
            DatabaseUrl database = DatabaseUrl.parse(environment.getOrDefault("DATABASE_URL", ""));
            LogIn logIn = () -> logIn(database);
            System.exit(
                    new WaitForDatabase(database, limit(environment), logIn, new RealTime()).await() ? 0 : TOO_LATE);
        } catch (WrongSetting wrong) {
            System.err.println("b3lb cannot start: " + wrong.getMessage());
            System.exit(WrongSetting.STATUS);
        }
    }

    static Duration limit(Map<String, String> environment) throws WrongSetting {
        String seconds = environment.getOrDefault("B3LB_DATABASE_WAIT", "120");
        if (!seconds.matches("[0-9]{1,6}")) {
            throw new WrongSetting("B3LB_DATABASE_WAIT must be a number of seconds, not '" + seconds + "'.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** True when a log-in worked, false when none did in time. */
    boolean await() throws WrongSetting, InterruptedException {
        long start = time.nanos();
        long nextLine = 0;
        Duration mayRefuseUntil = Duration.ZERO;
        while (true) {
            SQLException reason;
            try {
                logIn.attempt();
                return true;
            } catch (SQLException away) {
                reason = away;
            }
            Duration waited = Duration.ofNanos(time.nanos() - start);
            Optional<WrongSetting> refusal = refusal(reason);
            if (refusal.isEmpty()) {
                mayRefuseUntil = waited.plus(SETTLING);
            } else if (waited.compareTo(mayRefuseUntil) >= 0) {
                throw refusal.get();
            }
            if (waited.compareTo(limit) >= 0) {
                say("PostgreSQL at " + database.place() + " did not come up within " + limit.toSeconds() + " s: "
                        + oneLine(reason));
                return false;
            }
            if (waited.toNanos() >= nextLine) {
                say("Waiting for PostgreSQL at " + database.place() + " (up to " + limit.toSeconds() + " s): "
                        + oneLine(reason));
                nextLine = waited.plus(BETWEEN_LINES).toNanos();
            }
            time.sleep(PAUSE);
        }
    }

    private static void logIn(DatabaseUrl database) throws SQLException, WrongSetting {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "5");
        properties.setProperty("ApplicationName", "b3lb start");
        database.sslMode().ifPresent(mode -> properties.setProperty("sslmode", mode));
        database.sslRootCertificate().ifPresent(file -> properties.setProperty("sslrootcert", file));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("show server_version_num")) {
            version.next();
            if (version.getInt(1) < OLDEST_VERSION) {
                throw new WrongSetting("PostgreSQL at " + database.place() + " is older than version 14.");
            }
        }
    }

    /** What is wrong when the server is up and refuses; the states are those of PostgreSQL's manual, appendix A. */
    private Optional<WrongSetting> refusal(SQLException reason) {
        String state = reason.getSQLState() == null ? "" : reason.getSQLState();
        String server = "PostgreSQL at " + database.place();
        return switch (state) {
            case "28P01" ->
                refusal(server + " does not take the password of user " + database.user() + " in DATABASE_URL.");
            case "28000", "42501" ->
                refusal(server + " does not let user " + database.user() + " of DATABASE_URL in: " + oneLine(reason));
            case "3D000" -> refusal(server + " has no database " + database.database() + ", which DATABASE_URL names.");
            default -> Optional.empty();
        };
    }

    private static Optional<WrongSetting> refusal(String text) {
        return Optional.of(new WrongSetting(text));
    }

    private static String oneLine(SQLException reason) {
        return String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private static final class RealTime implements Time {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
        }
    }
}
