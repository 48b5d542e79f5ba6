package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a command line asks for. */
sealed interface CommandLine {

    /**
     * Show help.
     *
     * @param operation about which operation; empty for all
     */
    record Help(Optional<Operation> operation) implements CommandLine {}

    /**
     * Call an operation.
     *
     * @param operation the operation
     * @param arguments its arguments by name, checked; a secret {@code -} is still to be read from standard input,
     *     and of a file this is the path
     * @param server where to ask
     * @param limit how long to wait for the reply
     * @param asTable whether to print a table instead of JSON
     */
    record Call(Operation operation, Map<String, String> arguments, Server server, Duration limit, boolean asTable)
            implements CommandLine {

        /** {@return everything but the values of the arguments, which may be secret} */
        @Override
        public String toString() {
            return operation.name() + arguments.keySet() + " at " + server.place();
        }
    }
}
