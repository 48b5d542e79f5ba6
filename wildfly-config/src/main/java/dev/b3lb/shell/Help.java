package dev.b3lb.shell;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Help on the command and on its operations, made from the catalogue. */
final class Help {

    private static final int WIDTH = 100;
    private static final String OPTIONS = """
            Options:
              --table              print a table instead of JSON
              --output FILE        write the reply into a file that only you may read; it must be new. --file is the
                                   same where the operation has no parameter of that name
              --overwrite          the file may exist already
              --yes                do not ask before something is changed
              --controller HOST:PORT
                                   management interface of the server; else B3LB_MANAGEMENT from the environment,
                                   else that of the server in this folder, as conf/b3lb.env has it
              --user NAME          management user, whose password is B3LB_MANAGEMENT_PASSWORD in the environment;
                                   not needed on the server's own machine
              --timeout SECONDS    how long to wait for the reply; 120 when left out, 360 for import and export. An
                                   operation that is told to
                                   wait gets that much more
              --help               this text, or with an operation what it does and takes

            A value of '-' for a secret means: read a line from standard input; for a file: read all of it.
            A secret that an operation needs is asked for when it is missing. Secrets on a command line are seen
            by others on this machine and stay in the shell's history.
            Exit status: 0 done, 1 refused, 2 not understood, 3 server not reachable.
            """;

    private Help() {}

    /** {@return what there is} */
    static String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder("Usage: b3lb.sh OPERATION [--parameter value ...] [options]\n\n");
        for (Chapter chapter : catalogue.chapters()) {
            if (!chapter.operations().isEmpty()) {
                text.append(chapter.title()).append(":\n");
                chapter.operations().forEach(o -> entry(text, o.name(), firstSentence(o.text())));
                text.append('\n');
            }
        }
        return text.append(OPTIONS).toString();
    }

    /** {@return how to call one operation} */
    static String of(Operation operation) {
        StringBuilder text =
                new StringBuilder("Usage: ").append(usage(operation)).append('\n');
        for (List<String> form : operation.positional()) {
            text.append("       b3lb.sh ").append(operation.name());
            form.forEach(name -> text.append(' ').append(name.toUpperCase(Locale.ROOT)));
            text.append(" [--parameter value ...]\n");
        }
        text.append('\n')
                .append(String.join("\n", wrapped(operation.text(), WIDTH)))
                .append("\n");
        if (!operation.spellings().isEmpty()) {
            text.append("\nOther spellings: ")
                    .append(String.join(", ", operation.spellings()))
                    .append('\n');
        }
        if (!operation.parameters().isEmpty()) {
            text.append("\nParameters:\n");
            operation.parameters().forEach(parameter -> entry(text, "--" + parameter.name(), explained(parameter)));
        }
        return text.append('\n')
                .append(String.join("\n", wrapped("Reply: " + operation.replyText(), WIDTH)))
                .append('\n')
                .toString();
    }

    private static String usage(Operation operation) {
        StringBuilder usage = new StringBuilder("b3lb.sh " + operation.name());
        for (Parameter parameter : operation.parameters()) {
            String use = "--" + parameter.name() + " " + value(parameter);
            usage.append(parameter.required() ? " " + use : " [" + use + "]");
        }
        return String.join("\n           ", wrapped(usage.toString(), WIDTH));
    }

    private static String value(Parameter parameter) {
        if (!parameter.allowed().isEmpty()) {
            return String.join("|", parameter.allowed());
        }
        return switch (parameter.type()) {
            case STRING -> "TEXT";
            case INT, DOUBLE -> "NUMBER";
            case BOOLEAN -> "true|false";
            case FILE -> "FILE";
        };
    }

    private static String explained(Parameter parameter) {
        return parameter.text() + (parameter.isHidden() ? " '-' reads it from standard input." : "");
    }

    private static void entry(StringBuilder text, String name, String explanation) {
        List<String> lines = wrapped(explanation, WIDTH - 23);
        text.append(String.format("  %-20s %s%n", name, lines.get(0)));
        lines.stream()
                .skip(1)
                .forEach(line -> text.append(" ".repeat(23)).append(line).append('\n'));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
