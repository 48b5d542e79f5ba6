package dev.b3lb.door;

import static java.util.stream.Collectors.joining;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what every operation does and takes, from the catalogue, with an example that was really run. */
final class PageWriter {

    private static final int MOST_LINES = 30;
    private static final int LONGEST_LINE = 150;

    private final Catalogue catalogue;
    private final Map<String, Example> examples = new LinkedHashMap<>();

    /**
     * A command and what it printed.
     *
     * @param command as it is typed
     * @param output all that it printed
     */
    record Example(String command, String output) {}

    PageWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Notes an example; the first one of an operation is kept. */
    void note(String operation, Example example) {
        examples.putIfAbsent(operation, example);
    }

    /** All chapters, in Markdown. */
    String text() {
        return catalogue.chapters().stream().map(this::chapter).collect(joining("\n"));
    }

    private String chapter(Chapter chapter) {
        return "## " + chapter.title() + "\n\n"
                + chapter.operations().stream().map(this::section).collect(joining("\n"));
    }

    private String section(Operation operation) {
        return "### " + heading(operation) + "\n\n"
                + intro(operation) + "\n\n"
                + parameters(operation.parameters())
                + "Reply: " + operation.replyText() + "\n\n"
                + example(examples.get(operation.name()));
    }

    /** How a section begins. */
    static String heading(Operation operation) {
        return "`" + operation.name() + "`";
    }

    /** What an operation is, in a paragraph. */
    static String intro(Operation operation) {
        String spellings = operation.spellings().isEmpty()
                ? ""
                : " Also spelled "
                        + operation.spellings().stream()
                                .map(word -> "`" + word + "`")
                                .collect(joining(", ")) + ".";
        return operation.text() + " Role: " + operation.role() + "." + spellings;
    }

    private static String parameters(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return "| parameter | meaning |\n| --- | --- |\n"
                + parameters.stream().map(PageWriter::row).collect(joining())
                + "\n";
    }

    /** The row of a parameter. */
    static String row(Parameter parameter) {
        String must = parameter.required() ? " (required)" : "";
        String allowed = parameter.allowed().isEmpty() ? "" : " One of " + String.join(", ", parameter.allowed()) + ".";
        return "| `" + parameter.name() + "`" + must + " | " + (parameter.text() + allowed).replace("|", "\\|")
                + " |\n";
    }

    private static String example(Example example) {
        List<String> lines = example.output().lines().toList();
        String shown =
                lines.stream().limit(MOST_LINES).map(PageWriter::shortened).collect(joining("\n    "));
        String more = lines.size() > MOST_LINES ? "\n    … (" + (lines.size() - MOST_LINES) + " more lines)" : "";
        return "    $ " + example.command() + "\n    " + shown + more + "\n";
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
