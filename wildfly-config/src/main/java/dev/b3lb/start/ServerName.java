package dev.b3lb.start;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How a server is told from others that share its database.
 *
 * @param value its name among the servers, in the log and in metrics: what the operator chose, else its place
 * @param place the host's name and the HTTP port, which no other server has
 */
record ServerName(String value, String place) {

    static final String SETTING = "B3LB_SERVER_NAME";

    /** WildFly takes at most that many bytes for the transaction manager's node identifier. */
    private static final int LONGEST_IDENTIFIER = 23;

    private static final String NAME = "-Djboss.node.name=";
    private static final String PORT = "-Djboss.http.port=";
    private static final String OFFSET = "-Djboss.socket.binding.port-offset=";

    /**
     * Makes the name.
     *
     * @param host the host's name
     * @param variables the environment, for B3LB_SERVER_NAME and B3LB_HTTP_PORT
     * @param arguments the server's arguments, which win, and may move its ports
     * @throws WrongSetting when the name that is set would not get through to WildFly and its metrics
     */
    static ServerName of(String host, Map<String, String> variables, List<String> arguments) throws WrongSetting {
        String place = host + ":" + port(variables, arguments);
        String set = variables.getOrDefault(SETTING, "");
        if (!set.matches("[A-Za-z0-9._:@-]{0,100}")) {
            throw new WrongSetting(SETTING + " must be at most 100 letters, digits and . _ : @ - in any order.");
        }
        return new ServerName(argument(NAME, arguments).orElse(set.isEmpty() ? place : set), place);
    }

    private static String port(Map<String, String> variables, List<String> arguments) {
        String port = argument(PORT, arguments).orElse(variables.getOrDefault("B3LB_HTTP_PORT", "8080"));
        return sum(port, argument(OFFSET, arguments).orElse("0"));
    }

    /** Of an argument that is there twice the later one counts. */
    private static Optional<String> argument(String begin, List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(begin))
                .map(argument -> argument.substring(begin.length()))
                .reduce((earlier, later) -> later);
    }

    /** {@return the place, or what is left of it with a checksum, in few enough bytes for the transaction manager} */
    String transactionIdentifier() {
        byte[] bytes = place.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_IDENTIFIER) {
            return place;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String ascii = place.replaceAll("[^A-Za-z0-9.:-]", "_");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST_IDENTIFIER - 9)) + "-"
                + String.format("%08x", checksum.getValue());
    }

    private static String sum(String port, String offset) {
        boolean numbers = port.matches("[0-9]{1,5}") && offset.matches("-?[0-9]{1,5}");
        return numbers ? Integer.toString(Integer.parseInt(port) + Integer.parseInt(offset)) : port;
    }
}
