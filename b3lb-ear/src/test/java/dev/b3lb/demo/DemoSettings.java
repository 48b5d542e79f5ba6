package dev.b3lb.demo;

import dev.b3lb.testbed.Ports;
import dev.b3lb.testbed.TestbedFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What can be chosen about the demo.
 *
 * @param serverHome the provisioned server
 * @param buildDirectory where the demo's directory and {@code demo.properties} are
 * @param httpPort where b3lb listens
 * @param managementPort where its operations are called
 * @param nodePort the first of the three nodes' ports, which follow each other
 * @param postgresPort a free one when empty
 * @param redisPort a free one when empty
 * @param open whether b3lb listens on all addresses of this machine; otherwise, and all else always, on 127.0.0.1
 * @param fresh whether what earlier runs set up is thrown away
 * @param apiMate the address of the API Mate page
 */
record DemoSettings(
        Path serverHome,
        Path buildDirectory,
        int httpPort,
        int managementPort,
        int nodePort,
        OptionalInt postgresPort,
        OptionalInt redisPort,
        boolean open,
        boolean fresh,
        String apiMate) {

    static final int NODES = 3;

    private static final String HTTP = "b3lb.http.port";
    private static final String MANAGEMENT = "b3lb.management.port";
    private static final String NODE = "b3lb.node.port";
    private static final String POSTGRES = "b3lb.postgres.port";
    private static final String REDIS = "b3lb.redis.port";
    private static final String PUBLIC = "b3lb.demo.public";
    private static final String FRESH = "b3lb.demo.fresh";
    private static final String API_MATE = "b3lb.demo.apimate";
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the settings.
     *
     * @throws TestbedFailure when a port is not a port
     */
    static DemoSettings read(Path serverHome, Path buildDirectory, Properties properties) {
        return new DemoSettings(
                serverHome,
                buildDirectory,
                port(properties, HTTP).orElse(8080),
                port(properties, MANAGEMENT).orElse(9990),
                port(properties, NODE).orElse(8101),
                port(properties, POSTGRES),
                port(properties, REDIS),
                isOn(properties.getProperty(PUBLIC, "false")),
                isOn(properties.getProperty(FRESH, "false")),
                properties.getProperty(API_MATE, "https://mconf.github.io/api-mate/"));
    }

    private static boolean isOn(String value) {
        // -Db3lb.demo.fresh alone gives an empty text or "true", depending on who reads the command line
        return value.isEmpty() || Boolean.parseBoolean(value);
    }

    private static OptionalInt port(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below says it all
        }
        throw new TestbedFailure("-D" + name + "=" + value + " is not a port; give a number from 1 to 65535.");
    }

    /** The port of a node, counted from 0. */
    int nodePort(int index) {
        return nodePort + index;
    }

    /** Where b3lb listens. */
    String address() {
        return open ? "0.0.0.0" : "127.0.0.1";
    }

    /** The demo's own directory. */
    Path directory() {
        return buildDirectory.resolve("demo");
    }

    /** The file that tells programs about the running demo. */
    Path facts() {
        return buildDirectory.resolve("demo.properties");
    }

    /**
     * Makes sure that nobody listens on the ports.
     *
     * @throws TestbedFailure naming the first port that is taken and the property that changes it
     */
    void checkPorts() {
        Map<Integer, String> wanted = new TreeMap<>();
        want(wanted, httpPort, HTTP);
        want(wanted, managementPort, MANAGEMENT);
        for (int i = 0; i < NODES; i++) {
            want(wanted, nodePort(i), NODE);
        }
        postgresPort.ifPresent(port -> want(wanted, port, POSTGRES));
        redisPort.ifPresent(port -> want(wanted, port, REDIS));
        wanted.forEach(DemoSettings::checkFree);
    }

    private static void want(Map<Integer, String> wanted, int port, String property) {
        String other = wanted.put(port, property);
        if (other != null) {
            throw new TestbedFailure("Port " + port + " is wanted twice; choose another with -D" + property
                    + "=PORT or -D" + other + "=PORT.");
        }
    }

    private static void checkFree(int port, String property) {
        if (port > HIGHEST_PORT || !Ports.isFree(port)) {
            String what = NODE.equals(property) ? " (the first of " + NODES + " in a row)" : "";
            throw new TestbedFailure(
                    "Port " + port + " is taken; choose another with -D" + property + "=PORT" + what + ".");
        }
    }
}
