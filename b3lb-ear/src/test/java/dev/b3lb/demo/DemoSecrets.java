package dev.b3lb.demo;

import dev.b3lb.testbed.ManagementUser;
import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The secrets that the demo makes at its first run and keeps.
 *
 * @param adminPassword of the management user {@code admin}
 * @param userPassword of the REST API's user {@code admin}
 * @param nodeSecret the BBB secret of the three nodes
 * @param databasePassword of PostgreSQL's role and of its owner
 * @param cachePassword of Redis
 */
record DemoSecrets(
        String adminPassword, String userPassword, String nodeSecret, String databasePassword, String cachePassword) {

    private static final String ADMIN_PASSWORD = "admin.password";
    private static final String USER_PASSWORD = "user.password";
    private static final String NODE_SECRET = "node.secret";
    private static final String DATABASE_PASSWORD = "database.password";
    private static final String CACHE_PASSWORD = "cache.password";
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** Reads the secrets from a file, and makes the file when it is missing or incomplete. */
    static DemoSecrets keep(Path file, RandomGenerator random) {
        try {
            Properties kept = Files.exists(file) ? OwnersFile.read(file) : new Properties();
            DemoSecrets secrets = new DemoSecrets(
                    kept.getProperty(ADMIN_PASSWORD, text(random, 20)),
                    kept.getProperty(USER_PASSWORD, text(random, 20)),
                    kept.getProperty(NODE_SECRET, text(random, 40)),
                    kept.getProperty(DATABASE_PASSWORD, text(random, 20)),
                    kept.getProperty(CACHE_PASSWORD, text(random, 20)));
            OwnersFile.write(
                    file,
                    Map.of(
                            ADMIN_PASSWORD, secrets.adminPassword(),
                            USER_PASSWORD, secrets.userPassword(),
                            NODE_SECRET, secrets.nodeSecret(),
                            DATABASE_PASSWORD, secrets.databasePassword(),
                            CACHE_PASSWORD, secrets.cachePassword()));
            return secrets;
        } catch (IOException e) {
            throw new TestbedFailure("The demo's secrets cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, CHARACTERS.length()).forEach(index -> text.append(CHARACTERS.charAt(index)));
        return text.toString();
    }

    ManagementUser admin() {
        return new ManagementUser("admin", adminPassword);
    }

    @Override
    public String toString() {
        return "DemoSecrets";
    }
}
