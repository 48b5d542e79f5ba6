package dev.b3lb.shell;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands {@code OPERATION [--parameter value ...]} and the spellings without names that the catalogue lists.
 * {@code --parameter=value} is the same, a boolean parameter alone means true, and after {@code --} nothing is an
 * option any more.
 */
final class CommandLineParser {

    /** Options of the command itself; no operation has a parameter of that name. */
    static final Set<String> OWN_OPTIONS = Set.of("controller", "user", "timeout", "table", "help");

    private static final String DEFAULT_SERVER = "127.0.0.1:9990";
    private static final String DEFAULT_LIMIT = "120";

    private final Catalogue catalogue;
    private final Map<String, String> environment;

    CommandLineParser(Catalogue catalogue, Map<String, String> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    /**
     * Parses.
     *
     * @param words the command line without the command
     * @return what it asks for
     * @throws UsageError when it cannot be understood
     */
    CommandLine parse(List<String> words) throws UsageError {
        if (words.isEmpty()) {
            throw new UsageError("Which operation? 'b3lb.sh --help' lists them.");
        }
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        Deque<String> rest = new ArrayDeque<>(words);
        Optional<Operation> operation = Optional.empty();
        while (!rest.isEmpty()) {
            String word = rest.poll();
            if (word.equals("--")) {
                plain.addAll(rest);
                rest.clear();
            } else if (word.equals("-h")) {
                options.put("help", "true");
            } else if (word.startsWith("--")) {
                takeOption(word.substring(2), rest, operation, options);
            } else if (operation.isEmpty()) {
                operation = Optional.of(find(word));
            } else {
                plain.add(word);
            }
        }
        if (options.containsKey("help")) {
            return new CommandLine.Help(operation);
        }
        return call(
                operation.orElseThrow(() -> new UsageError("Which operation? 'b3lb.sh --help' lists them.")),
                plain,
                options);
    }

    private Operation find(String name) throws UsageError {
        return catalogue
                .operation(name)
                .orElseThrow(
                        () -> new UsageError("There is no operation '" + name + "'; 'b3lb.sh --help' lists them."));
    }

    private void takeOption(
            String option, Deque<String> rest, Optional<Operation> operation, Map<String, String> options)
            throws UsageError {
        String[] pair = option.split("=", 2);
        String name = pair[0];
        String value;
        if (pair.length == 2) {
            value = pair[1];
        } else if (isSwitch(name, operation) && !nextIsTrueOrFalse(rest)) {
            value = "true";
        } else if (rest.isEmpty()) {
            throw new UsageError("--" + name + " needs a value.");
        } else {
            value = rest.poll();
        }
        if (options.put(name, value) != null) {
            throw new UsageError("--" + name + " is given twice.");
        }
    }

    private static boolean isSwitch(String name, Optional<Operation> operation) {
        return name.equals("table")
                || name.equals("help")
                || operation
                        .flatMap(o -> o.parameter(name))
                        .filter(p -> p.type() == Parameter.Type.BOOLEAN)
                        .isPresent();
    }

    private static boolean nextIsTrueOrFalse(Deque<String> rest) {
        return "true".equals(rest.peek()) || "false".equals(rest.peek());
    }

    private CommandLine call(Operation operation, List<String> plain, Map<String, String> options) throws UsageError {
        Map<String, String> arguments = new LinkedHashMap<>(options);
        arguments.keySet().removeAll(OWN_OPTIONS);
        takePlain(operation, plain, arguments);
        FileArguments.fillInNames(operation, arguments);
        try {
            operation.check(arguments);
        } catch (OperationRefused refused) {
            throw new UsageError(refused.getMessage());
        }
        String place = options.getOrDefault("controller", environment.getOrDefault("B3LB_MANAGEMENT", DEFAULT_SERVER));
        return new CommandLine.Call(
                operation,
                arguments,
                Server.at(place, login(options)),
                limit(options.getOrDefault("timeout", DEFAULT_LIMIT)),
                Boolean.parseBoolean(options.getOrDefault("table", "false")));
    }

    private static void takePlain(Operation operation, List<String> plain, Map<String, String> arguments)
            throws UsageError {
        if (plain.isEmpty()) {
            return;
        }
        List<String> names = operation.positional().stream()
                .filter(form -> form.size() == plain.size())
                .findFirst()
                .orElseThrow(() -> new UsageError("b3lb.sh " + operation.name() + " cannot be called with "
                        + plain.size() + " plain values; 'b3lb.sh " + operation.name() + " --help' shows how it can."));
        for (int i = 0; i < names.size(); i++) {
            if (arguments.put(names.get(i), plain.get(i)) != null) {
                throw new UsageError(names.get(i) + " is given twice.");
            }
        }
    }

    private Optional<Login> login(Map<String, String> options) throws UsageError {
        if (!options.containsKey("user")) {
            return Optional.empty();
        }
        String password = environment.getOrDefault("B3LB_MANAGEMENT_PASSWORD", "");
        if (password.isEmpty()) {
            throw new UsageError("With --user the password must be in the environment as B3LB_MANAGEMENT_PASSWORD.");
        }
        return Optional.of(new Login(options.get("user"), password));
    }

    private static Duration limit(String seconds) throws UsageError {
        if (!seconds.matches("[1-9][0-9]{0,5}")) {
            throw new UsageError("--timeout must be a number of seconds, not '" + seconds + "'.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }
}
