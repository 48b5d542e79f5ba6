package dev.b3lb.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Waits until the database of DATABASE_URL takes a log-in. Without that wait the server would start, fail to deploy its
 * application, and have to be started again.
 */
public final class WaitForDatabase {

    /** Exit status when the database did not come up in time (EX_TEMPFAIL of sysexits.h). */
    static final int TOO_LATE = 75;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int OLDEST_VERSION = 140000;

    private final DatabaseUrl database;
    private final Duration limit;

    WaitForDatabase(DatabaseUrl database, Duration limit) {
        this.database = database;
        this.limit = limit;
    }

    /** Ends with status 0 when the database is there, 75 when it is not in time, 78 when it never will be. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Map<String, String> environment = System.getenv();
            DatabaseUrl database = DatabaseUrl.parse(environment.getOrDefault("DATABASE_URL", ""));
            System.exit(new WaitForDatabase(database, limit(environment)).await() ? 0 : TOO_LATE);
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

    private boolean await() throws WrongSetting, InterruptedException {
        long start = System.nanoTime();
        long nextLine = 0;
        while (true) {
            SQLException reason;
            try {
                logIn();
                return true;
            } catch (SQLException away) {
                reason = away;
            }
            refuseIfHopeless(reason);
            long waited = System.nanoTime() - start;
            if (waited >= limit.toNanos()) {
                say("PostgreSQL at " + database.place() + " did not come up within " + limit.toSeconds() + " s: "
                        + oneLine(reason));
                return false;
            }
            if (waited >= nextLine) {
                say("Waiting for PostgreSQL at " + database.place() + " (up to " + limit.toSeconds() + " s): "
                        + oneLine(reason));
                nextLine = waited + BETWEEN_LINES.toNanos();
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void logIn() throws SQLException, WrongSetting {
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

    /** The states are those of PostgreSQL's manual, appendix A. */
    private void refuseIfHopeless(SQLException reason) throws WrongSetting {
        String state = reason.getSQLState() == null ? "" : reason.getSQLState();
        switch (state) {
            case "28P01" ->
                throw new WrongSetting("PostgreSQL at " + database.place() + " does not take the password of user "
                        + database.user() + " in DATABASE_URL.");
            case "28000", "42501" ->
                throw new WrongSetting("PostgreSQL at " + database.place() + " does not let user " + database.user()
                        + " of DATABASE_URL in: " + oneLine(reason));
            case "3D000" ->
                throw new WrongSetting("PostgreSQL at " + database.place() + " has no database " + database.database()
                        + ", which DATABASE_URL names.");
            default -> {
                // It may come up yet
            }
        }
    }

    private static String oneLine(SQLException reason) {
        return String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
