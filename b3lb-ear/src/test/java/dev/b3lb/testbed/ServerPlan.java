package dev.b3lb.testbed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a server is to be started.
 *
 * @param name its name among the servers of one workplace: the name of its directory and of its log
 * @param home the provisioned server, which is only read
 * @param httpPort where tenants call
 * @param managementPort where operations are called, on the loopback address
 * @param users users of the management interface, beside the one who needs no password on this machine
 * @param environment its settings as environment variables
 */
public record ServerPlan(
        String name,
        Path home,
        int httpPort,
        int managementPort,
        List<ManagementUser> users,
        Map<String, String> environment) {

    /** Keeps its own copy of the settings. */
    public ServerPlan {
        home = home.toAbsolutePath().normalize();
        users = List.copyOf(users);
        environment = Map.copyOf(environment);
    }

    /** A plan without users and settings. */
    public static ServerPlan of(String name, Path home, int httpPort, int managementPort) {
        return new ServerPlan(name, home, httpPort, managementPort, List.of(), Map.of());
    }

    /** The same plan with a setting more or changed. */
    public ServerPlan with(String setting, Object value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(setting, value.toString());
        return new ServerPlan(name, home, httpPort, managementPort, users, changed);
    }

    /** The same plan with a management user more. */
    public ServerPlan with(ManagementUser added) {
        List<ManagementUser> more =
                Stream.concat(users.stream(), Stream.of(added)).toList();
        return new ServerPlan(name, home, httpPort, managementPort, more, environment);
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
