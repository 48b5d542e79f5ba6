package dev.b3lb.start;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The name by which a server is told from others that share its database.
 *
 * @param value the host's name and the HTTP port
 */
record ServerName(String value) {

    /** WildFly takes at most that many bytes for the transaction manager's node identifier. */
    private static final int LONGEST_IDENTIFIER = 23;

    private static final String PORT = "-Djboss.http.port=";
    private static final String OFFSET = "-Djboss.socket.binding.port-offset=";

    /**
     * Makes the name.
     *
     * @param host the host's name
     * @param variables the environment, for B3LB_HTTP_PORT
     * @param arguments the server's arguments, which may move its ports
     */
    static ServerName of(String host, Map<String, String> variables, List<String> arguments) {
        String port = variables.getOrDefault("B3LB_HTTP_PORT", "8080");
        String offset = "0";
        for (String argument : arguments) {
            if (argument.startsWith(PORT)) {
                port = argument.substring(PORT.length());
            } else if (argument.startsWith(OFFSET)) {
                offset = argument.substring(OFFSET.length());
            }
        }
        return new ServerName(host + ":" + sum(port, offset));
    }

    /** {@return the name, or what is left of it with a checksum, in few enough bytes for the transaction manager} */
    String transactionIdentifier() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_IDENTIFIER) {
            return value;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String ascii = value.replaceAll("[^A-Za-z0-9.:-]", "_");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST_IDENTIFIER - 9)) + "-"
                + String.format("%08x", checksum.getValue());
    }

    private static String sum(String port, String offset) {
        boolean numbers = port.matches("[0-9]{1,5}") && offset.matches("-?[0-9]{1,5}");
        return numbers ? Integer.toString(Integer.parseInt(port) + Integer.parseInt(offset)) : port;
    }
}
