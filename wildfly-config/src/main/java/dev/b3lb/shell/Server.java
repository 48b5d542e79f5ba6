package dev.b3lb.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and as whom to ask.
 *
 * @param host host name or address of the management interface
 * @param port its port
 * @param login the user; empty for who runs this command on the server's own machine
 */
record Server(String host, int port, Optional<Login> login) {

    private static final Pattern PLACE = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\s:/]+)):([0-9]{1,5})");

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
        return new Server(host, Integer.parseInt(parts.group(3)), login);
    }

    /** {@return host and port, for messages} */
    String place() {
        return host + ":" + port;
    }
}
