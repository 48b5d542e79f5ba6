package dev.b3lb.shell;

import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The terminal that the command was started in. The start script tells what Java cannot find out. */
final class SystemTerminal implements Terminal {

    private static final String INPUT_IS_TERMINAL = "b3lb.terminal";
    private static final String COLUMNS = "b3lb.columns";

    private final Optional<Console> console = Optional.ofNullable(System.console());
    private final StandardInput in;
    private final PrintStream err;

    SystemTerminal(StandardInput in, PrintStream err) {
        this.in = in;
        this.err = err;
    }

    @Override
    public boolean isThere() {
        return console.isPresent() || Boolean.getBoolean(INPUT_IS_TERMINAL);
    }

    @Override
    public Optional<String> secret(String name, boolean twice) throws UsageError {
        if (console.isEmpty()) {
            return Optional.empty();
        }
        char[] typed = console.get().readPassword("%s: ", name);
        if (typed == null || new String(typed).isBlank()) {
            throw new UsageError("Without " + name + " nothing can be done.");
        }
        if (twice && !Arrays.equals(typed, console.get().readPassword("%s again: ", name))) {
            throw new UsageError("These were two different ones; nothing was done.");
        }
        return Optional.of(new String(typed));
    }

    @Override
    public boolean agrees(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        return in.line().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    @Override
    public OptionalInt columns() {
        int columns = Integer.getInteger(COLUMNS, 0);
        return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    }
}
