package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets and contents of files: where they come from. They go to the server beside the request and not in it, since
 * the server may write requests into a log.
 */
final class HiddenArguments {

    /** What stands on the command line for something that is to be read from standard input. */
    static final String STANDARD_INPUT = "-";

    private final StandardInput in;
    private final Terminal terminal;

    HiddenArguments(StandardInput in, Terminal terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    /** Gives each file's name to the parameter that takes it, unless the command line has given another. */
    static void fillInNames(Operation operation, Map<String, String> arguments) throws UsageError {
        for (Parameter parameter : operation.parameters()) {
            String path = arguments.get(parameter.name());
            Optional<String> nameParameter = parameter.file().flatMap(Parameter.FileRule::nameParameter);
            if (nameParameter.isPresent() && path != null && !path.isBlank() && !path.equals(STANDARD_INPUT)) {
                arguments.putIfAbsent(nameParameter.get(), name(path));
            }
        }
    }

    /**
     * Reads all hidden values, in the order in which the operation lists them.
     *
     * @return the bytes by parameter name
     * @throws UsageError when there is nothing to be read, or no such file
     * @throws OperationRefused when a file is larger than may be sent
     */
    Map<String, byte[]> read(Operation operation, Map<String, String> arguments) throws UsageError, OperationRefused {
        Map<String, byte[]> read = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String value = arguments.get(parameter.name());
            if (parameter.file().isPresent() && value != null) {
                read.put(parameter.name(), content(value, parameter.file().get().mostBytes()));
            } else if (parameter.secret() && (value != null || isAwaited(parameter, arguments))) {
                read.put(parameter.name(), secret(operation, parameter, value).getBytes(StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    /** Whether that is a secret without which the operation cannot do, so that it is to be asked for. */
    static boolean isAwaited(Parameter parameter, Map<String, String> arguments) {
        return parameter.secret() && parameter.required() && !arguments.containsKey(parameter.name());
    }

    private String secret(Operation operation, Parameter parameter, String value) throws UsageError {
        if (value == null) {
            return terminal.secret(parameter.name(), parameter.name().equals("password"))
                    .orElseThrow(() -> new UsageError("%s needs %s: %s Give --%s - to have it read from standard input."
                            .formatted(operation.name(), parameter.name(), parameter.text(), parameter.name())));
        }
        return value.equals(STANDARD_INPUT) ? in.line(parameter.name()) : value;
    }

    private byte[] content(String text, int mostBytes) throws UsageError, OperationRefused {
        byte[] content = text.equals(STANDARD_INPUT) ? in.rest(mostBytes + 1) : file(path(text), mostBytes);
        String name = text.equals(STANDARD_INPUT) ? "Standard input" : text;
        if (content.length > mostBytes) {
            throw new OperationRefused("%s has more than %,d bytes, which are the most.".formatted(name, mostBytes));
        }
        if (content.length == 0) {
            throw new OperationRefused(name + " is empty.");
        }
        return content;
    }

    private static byte[] file(Path path, int mostBytes) throws UsageError {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageError("There is no file " + path + " that can be read.");
        }
        try (var stream = Files.newInputStream(path)) {
            return stream.readNBytes(mostBytes + 1);
        } catch (IOException unreadable) {
            throw new UsageError("The file " + path + " cannot be read.");
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
