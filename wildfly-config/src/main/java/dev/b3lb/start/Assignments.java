package dev.b3lb.start;

import java.util.Map;
import java.util.stream.Collectors;

/** Environment variables as commands of a POSIX shell. */
final class Assignments {

    private Assignments() {}

    /** {@return one {@code export} per variable, with values quoted so that the shell takes every character literally} */
    static String of(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
