package dev.b3lb.door;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Parameter;
import dev.b3lb.testbed.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** The command {@code b3lb.sh}; secrets go through its standard input. */
final class ShellDoor implements Door {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final ShellCommand shell;
    private final Path directory;
    private List<String> lastWords = List.of();
    private String lastOutput = "";

    /** @param directory where files are put that the command reads */
    ShellDoor(ShellCommand shell, Path directory) {
        this.shell = shell;
        this.directory = directory;
    }

    @Override
    public ModelNode call(String operation, Map<String, String> arguments)
            throws Closed, IOException, InterruptedException {
        StringBuilder input = new StringBuilder();
        List<String> words = new ArrayList<>(List.of(operation));
        for (Parameter parameter : CATALOGUE.operation(operation).orElseThrow().parameters()) {
            String value = arguments.get(parameter.name());
            if (value != null) {
                words.add("--" + parameter.name());
                words.add(word(parameter, value, arguments));
                input.append(parameter.secret() ? value + "\n" : "");
            }
        }
        ShellCommand.Result result = shell.run(input.toString(), words.toArray(String[]::new));
        lastWords = words.stream().map(ShellDoor::quoted).toList();
        lastOutput = result.out();
        if (result.status() != 0) {
            throw new Closed(result.err().strip());
        }
        return reply(result.out());
    }

    /** The last command line without the command, as it is typed. */
    List<String> lastWords() {
        return lastWords;
    }

    /** What the last command printed. */
    String lastOutput() {
        return lastOutput;
    }

    private static String quoted(String word) {
        return word.matches("[\\w.,:/@=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A reply that is a document only is printed as it is. */
    private static ModelNode reply(String out) {
        if (out.startsWith("{") || out.startsWith("[")) {
            return ModelNode.fromJSONString(out);
        }
        ModelNode reply = new ModelNode();
        reply.get("document").set(out);
        return reply;
    }

    private String word(Parameter parameter, String value, Map<String, String> arguments) throws IOException {
        if (parameter.type() == Parameter.Type.FILE) {
            Path file = directory.resolve(arguments.getOrDefault("file-name", "document.yaml"));
            Files.write(file, Base64.getDecoder().decode(value));
            return file.toString();
        }
        return parameter.secret() ? "-" : value;
    }
}
