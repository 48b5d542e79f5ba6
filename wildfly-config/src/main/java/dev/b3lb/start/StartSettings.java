package dev.b3lb.start;

import dev.b3lb.log.LogFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the environment variables that the server needs beyond those that are set, as commands for the start script.
 * Arguments: the file of settings, the host's name, then those of the server.
 */
public final class StartSettings {

    private StartSettings() {}

    /** Ends with status 78 and a sentence when a setting is missing or wrong. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        List<String> serverArguments = Arrays.asList(arguments).subList(2, arguments.length);
        try {
            Map<String, String> missing = complete(System.getenv(), read(file), arguments[1], serverArguments);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Assignments.of(missing));
        } catch (WrongSetting wrong) {
            System.err.println("b3lb cannot start: " + wrong.getMessage());
            System.exit(WrongSetting.STATUS);
        }
    }

    /**
     * Works out what is missing.
     *
     * @param environment what is set; it wins over the file
     * @param file what the file of settings holds
     * @param host the host's name
     * @param serverArguments the server's arguments
     * @return the variables to set
     * @throws WrongSetting when what every server needs is missing or wrong
     */
    static Map<String, String> complete(
            Map<String, String> environment, Map<String, String> file, String host, List<String> serverArguments)
            throws WrongSetting {
        Map<String, String> all = new LinkedHashMap<>(file);
        all.putAll(environment);
        Map<String, String> made = new LinkedHashMap<>(file);
        ServerName name = ServerName.of(host, all, serverArguments);
        made.putIfAbsent("B3LB_TX_NODE_ID", name.transactionIdentifier());
        made.putIfAbsent("B3LB_IO_THREADS", Integer.toString(ioThreads()));
        made.keySet().removeAll(environment.keySet());
        made.put(ServerName.SETTING, name.value());
        made.putAll(
                DatabaseUrl.parse(required(all, "DATABASE_URL", "e.g. postgresql://b3lb:secret@localhost:5432/b3lb"))
                        .environment());
        required(all, "B3LB_API_BASE_DOMAIN", "e.g. bbb.example.com");
        if (LogFormat.of(all).isEmpty()) {
            throw new WrongSetting(LogFormat.SETTING + " must be text or json.");
        }
        return made;
    }

    private static String required(Map<String, String> variables, String name, String example) throws WrongSetting {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new WrongSetting(
                    name + " is not set, neither in the environment nor in conf/b3lb.env (" + example + ").");
        }
        return value;
    }

    private static int ioThreads() {
        return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    }

    private static Map<String, String> read(Path file) throws WrongSetting {
        Map<String, String> variables = EnvFile.read(file);
        try {
            if (Files.exists(file)) {
                Confidentiality.complaint(file, System.getProperty("user.name"))
                        .ifPresent(complaint -> System.err.println("b3lb warns: " + complaint));
            }
        } catch (IOException gone) {
            throw new WrongSetting(
                    file + " cannot be looked at (" + gone.getClass().getSimpleName() + ").");
        }
        return variables;
    }
}
