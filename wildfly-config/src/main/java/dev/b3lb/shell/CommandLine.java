package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import java.nio.file.Path;
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
     * @param arguments its arguments by name, checked; a {@code -} for a hidden one is still to be read from standard
     *     input, of a file this is the path, and a required secret may be missing, which is to be asked for
     * @param server where to ask
     * @param limit how long to wait for the reply
     * @param form how the reply is to look and where it goes
     * @param agreed whether nobody needs to be asked before something is changed
     */
    record Call(
            Operation operation,
            Map<String, String> arguments,
            Server server,
            Duration limit,
            Form form,
            boolean agreed)
            implements CommandLine {

        /** {@return everything but the values of the arguments, which may be secret} */
        @Override
        public String toString() {
            return operation.name() + arguments.keySet() + " at " + server.place();
        }
    }

    /**
     * How a reply looks and where it goes.
     *
     * @param asTable whether as a table instead of JSON
     * @param file the file that gets it instead of standard output
     * @param overwrite whether that file may exist already
     */
    record Form(boolean asTable, Optional<Path> file, boolean overwrite) {}
}
