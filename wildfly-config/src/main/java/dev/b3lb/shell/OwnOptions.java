package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of the command itself; no operation has a parameter of such a name. */
final class OwnOptions {

    static final Set<String> SWITCHES = Set.of("table", "help", "overwrite", "yes");
    static final Set<String> NAMES =
            Set.of("controller", "user", "timeout", "output", "table", "help", "overwrite", "yes");

    private static final String FILE = "file";
    private static final String DEFAULT_LIMIT = "120";

    /** What may take the server minutes; it gives up after five. */
    private static final Map<String, String> LONGER_LIMITS = Map.of("import", "360", "export", "360");

    private static final Map<String, String> FORMATS = Map.of(".yaml", "yaml", ".yml", "yaml", ".json", "json");

    private final Operation operation;
    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final OwnFolder folder;

    /**
     * @param folder whose server is asked when none is named
     * @param given all options of the command line, also those of the operation
     * @throws UsageError when the reply has two files to go to
     */
    OwnOptions(OwnFolder folder, Operation operation, Map<String, String> given, Map<String, String> environment)
            throws UsageError {
        this.folder = folder;
        this.operation = operation;
        this.given = new LinkedHashMap<>(given);
        this.environment = environment;
        if (operation.parameter(FILE).isEmpty() && given.containsKey(FILE)) {
            // Who exports says --file as who imports does
            if (this.given.put("output", this.given.remove(FILE)) != null) {
                throw new UsageError("Give --output or --file, not both.");
            }
        }
    }

    /** {@return what remains for the operation} */
    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>(given);
        arguments.keySet().removeAll(NAMES);
        format().ifPresent(format -> arguments.putIfAbsent("format", format));
        return arguments;
    }

    /** What the ending of the file says, for an operation that can write several formats. */
    private Optional<String> format() {
        String file = given.getOrDefault("output", "").toLowerCase(Locale.ROOT);
        return FORMATS.entrySet().stream()
                .filter(format -> file.endsWith(format.getKey()))
                .map(Map.Entry::getValue)
                .filter(format -> operation
                        .parameter("format")
                        .filter(parameter -> parameter.allowed().contains(format))
                        .isPresent())
                .findFirst();
    }

    Server server() throws UsageError {
        String named = given.getOrDefault("controller", environment.get("B3LB_MANAGEMENT"));
        return named == null ? Server.of(folder, environment, login()) : Server.at(named, login());
    }

    private Optional<Login> login() throws UsageError {
        if (!given.containsKey("user")) {
            return Optional.empty();
        }
        String password = environment.getOrDefault("B3LB_MANAGEMENT_PASSWORD", "");
        if (password.isEmpty()) {
            throw new UsageError("With --user the password must be in the environment as B3LB_MANAGEMENT_PASSWORD.");
        }
        return Optional.of(new Login(given.get("user"), password));
    }

    /** An operation that is told to wait takes that much longer. */
    Duration limit() throws UsageError {
        String seconds = given.getOrDefault("timeout", LONGER_LIMITS.getOrDefault(operation.name(), DEFAULT_LIMIT));
        if (!seconds.matches("[1-9][0-9]{0,5}")) {
            throw new UsageError("--timeout must be a number of seconds, not '" + seconds + "'.");
        }
        String wait = given.getOrDefault("wait", "");
        long more = wait.matches("[0-9]{1,6}") ? Long.parseLong(wait) : 0;
        return Duration.ofSeconds(Long.parseLong(seconds) + more);
    }

    CommandLine.Form form() throws UsageError {
        Optional<Path> file = given.containsKey("output") ? Optional.of(path(given.get("output"))) : Optional.empty();
        return new CommandLine.Form(isOn("table"), file, isOn("overwrite"));
    }

    boolean agreed() {
        return isOn("yes");
    }

    private boolean isOn(String option) {
        return Boolean.parseBoolean(given.getOrDefault(option, "false"));
    }

    private static Path path(String text) throws UsageError {
        try {
            Path path = Path.of(text).toAbsolutePath();
            if (path.getFileName() != null && !text.isBlank()) {
                return path;
            }
        } catch (InvalidPathException impossible) {
            // The sentence below says it
        }
        throw new UsageError("No file can be named '" + text + "'.");
    }
}
