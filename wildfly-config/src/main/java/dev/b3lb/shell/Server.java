package dev.b3lb.shell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and as whom to ask.
 *
 * @param host host name or address of the management interface
 * @param port its port
 * @param login the user; empty for who runs this command on the server's own machine
 * @param folder from where it must run to be the one that is meant; empty when it was named on purpose
 */
record Server(String host, int port, Optional<Login> login, Optional<OwnFolder> folder) {

    private static final String BIND = "B3LB_MANAGEMENT_BIND";
    private static final String PORT = "B3LB_MANAGEMENT_PORT";

    private static final Pattern PLACE = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\s:/]+)):([0-9]{1,5})");
    private static final Pattern ALL_ADDRESSES = Pattern.compile("0\\.0\\.0\\.0|[0:]*::[0:]*");

    /**
     * Reads a place such as {@code 127.0.0.1:9990} or {@code [::1]:9990}.
     *
     * @throws UsageError when it is not of that form
     */
    static Server at(String place, Optional<Login> login) throws UsageError {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65535) {
            throw new UsageError("The server must be given as host:port, not '" + place + "'.");
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new Server(host, Integer.parseInt(parts.group(3)), login, Optional.empty());
    }

    /**
     * The server of a folder, where its settings let it listen.
     *
     * @param environment wins over the folder's settings
     * @throws UsageError when these settings say nothing that makes sense
     */
    static Server of(OwnFolder folder, Map<String, String> environment, Optional<Login> login) throws UsageError {
        Map<String, String> settings = folder.settings(environment);
        String port = settings.getOrDefault(PORT, "9990");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new UsageError(PORT + " must be a port, not '" + port + "'.");
        }
        String host = onThisMachine(settings.getOrDefault(BIND, "127.0.0.1"));
        return new Server(host, Integer.parseInt(port), login, Optional.of(folder));
    }

    private static String onThisMachine(String bind) {
        if (!ALL_ADDRESSES.matcher(bind).matches()) {
            return bind;
        }
        return bind.contains(":") ? "::1" : "127.0.0.1";
    }

    /** {@return host and port, for messages} */
    String place() {
        return host + ":" + port;
    }
}
