package dev.b3lb.testbed;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a server is to be started.
 *
 * @param name its name among the servers of one workplace: the name of its directory and of its log
 * @param home the provisioned server, which is only read
 * @param httpPort where tenants call
 * @param managementPort where operations are called, on the loopback address
 * @param user a user for the management interface
 * @param environment its settings as environment variables
 */
public record ServerPlan(
        String name,
        Path home,
        int httpPort,
        int managementPort,
        Optional<ManagementUser> user,
        Map<String, String> environment) {

    /** Keeps its own copy of the settings. */
    public ServerPlan {
        home = home.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A plan without a user and settings. */
    public static ServerPlan of(String name, Path home, int httpPort, int managementPort) {
        return new ServerPlan(name, home, httpPort, managementPort, Optional.empty(), Map.of());
    }

    /** The same plan with a setting more or changed. */
    public ServerPlan with(String setting, Object value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(setting, value.toString());
        return new ServerPlan(name, home, httpPort, managementPort, user, changed);
    }

    /** The same plan with a management user. */
    public ServerPlan with(ManagementUser added) {
        return new ServerPlan(name, home, httpPort, managementPort, Optional.of(added), environment);
    }

    /** The same plan with the database and the cache to use. */
    public ServerPlan on(PostgresServer postgres, RedisServer redis) {
        return with("DATABASE_URL", postgres.url()).with("CACHE_URL", redis.url());
    }

    @Override
    public String toString() {
        return "ServerPlan[" + name + ", http " + httpPort + ", management " + managementPort + "]";
    }
}
