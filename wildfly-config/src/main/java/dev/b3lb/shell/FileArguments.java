package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files that are named on the command line: the server gets their names and contents. */
final class FileArguments {

    private FileArguments() {}

    /** Gives each file's name to the parameter that takes it, unless the command line has given another. */
    static void fillInNames(Operation operation, Map<String, String> arguments) throws UsageError {
        for (Parameter parameter : operation.parameters()) {
            String path = arguments.get(parameter.name());
            Optional<String> nameParameter = parameter.file().flatMap(Parameter.FileRule::nameParameter);
            if (nameParameter.isPresent() && path != null && !path.isBlank()) {
                arguments.putIfAbsent(nameParameter.get(), name(path));
            }
        }
    }

    /**
     * Replaces paths by contents.
     *
     * @throws UsageError when there is no such file
     * @throws OperationRefused when it is larger than may be sent
     */
    static Map<String, String> read(Operation operation, Map<String, String> arguments)
            throws UsageError, OperationRefused {
        Map<String, String> read = new LinkedHashMap<>(arguments);
        for (Parameter parameter : operation.parameters()) {
            String path = read.get(parameter.name());
            if (parameter.file().isPresent() && path != null) {
                read.put(parameter.name(), content(path, parameter.file().get().mostBytes()));
            }
        }
        return read;
    }

    private static String content(String text, int mostBytes) throws UsageError, OperationRefused {
        Path path = path(text);
        if (!Files.isRegularFile(path)) {
            throw new UsageError("There is no file " + text + ".");
        }
        try {
            if (Files.size(path) > mostBytes) {
                throw new OperationRefused(
                        "%s has %,d bytes; more than %,d are not taken.".formatted(text, Files.size(path), mostBytes));
            }
            if (Files.size(path) == 0) {
                throw new OperationRefused(text + " is empty.");
            }
            return Base64.getEncoder().encodeToString(Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UsageError("The file " + text + " cannot be read.");
        }
    }

    private static String name(String text) throws UsageError {
        Path name = path(text).getFileName();
        return name == null ? text : name.toString();
    }

    private static Path path(String text) throws UsageError {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new UsageError("No file can be named " + text + ".");
        }
    }
}
