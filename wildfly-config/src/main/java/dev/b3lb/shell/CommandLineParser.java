package dev.b3lb.shell;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands {@code OPERATION [--parameter value ...]} and the spellings without names that the catalogue lists.
 * {@code --parameter=value} is the same, a boolean parameter alone means true, and after {@code --} nothing is an
 * option any more.
 */
final class CommandLineParser {

    private final Catalogue catalogue;
    private final Map<String, String> environment;
    private final OwnFolder folder;

    CommandLineParser(Catalogue catalogue, Map<String, String> environment, OwnFolder folder) {
        this.catalogue = catalogue;
        this.environment = environment;
        this.folder = folder;
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
        return OwnOptions.SWITCHES.contains(name)
                || operation
                        .flatMap(o -> o.parameter(name))
                        .filter(p -> p.type() == Parameter.Type.BOOLEAN)
                        .isPresent();
    }

    private static boolean nextIsTrueOrFalse(Deque<String> rest) {
        return "true".equals(rest.peek()) || "false".equals(rest.peek());
    }

    private CommandLine call(Operation operation, List<String> plain, Map<String, String> given) throws UsageError {
        OwnOptions options = new OwnOptions(folder, operation, given, environment);
        Map<String, String> arguments = options.arguments();
        takePlain(operation, plain, arguments);
        HiddenArguments.fillInNames(operation, arguments);
        check(operation, arguments);
        return new CommandLine.Call(
                operation, arguments, options.server(), options.limit(), options.form(), options.agreed());
    }

    /** A secret that is missing is no mistake yet, since it can be asked for. */
    private static void check(Operation operation, Map<String, String> arguments) throws UsageError {
        Map<String, String> complete = new LinkedHashMap<>(arguments);
        operation.parameters().stream()
                .filter(parameter -> HiddenArguments.isAwaited(parameter, arguments))
                .forEach(parameter -> complete.putIfAbsent(parameter.name(), HiddenArguments.STANDARD_INPUT));
        try {
            operation.check(complete);
        } catch (OperationRefused refused) {
            throw new UsageError(refused.getMessage());
        }
    }

    /** Plain values are those of a form that the catalogue lists, without what is given by name. */
    private static void takePlain(Operation operation, List<String> plain, Map<String, String> arguments)
            throws UsageError {
        if (plain.isEmpty()) {
            return;
        }
        List<String> names = operation.positional().stream()
                .map(form -> form.stream()
                        .filter(name -> !arguments.containsKey(name))
                        .toList())
                .filter(unnamed -> unnamed.size() == plain.size())
                .findFirst()
                .orElseThrow(() -> new UsageError(
                        "b3lb.sh %s cannot be called with %d plain values%s; 'b3lb.sh %s --help' shows how it can."
                                .formatted(
                                        operation.name(),
                                        plain.size(),
                                        arguments.isEmpty() ? "" : " beside those with names",
                                        operation.name())));
        for (int i = 0; i < names.size(); i++) {
            arguments.put(names.get(i), plain.get(i));
        }
    }
}
