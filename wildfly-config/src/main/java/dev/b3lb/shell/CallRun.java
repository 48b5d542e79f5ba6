package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** One call, from the values that are still to be read to the reply. */
final class CallRun {

    private static final String DRY_RUN = "dry-run";
    private static final String SEEN = "configuration-version";

    /** Whoever carries operations out. */
    interface Door {

        /**
         * Calls an operation.
         *
         * @param operation which one
         * @param arguments its arguments as text
         * @param hidden arguments that no log of the server may hold
         * @return its reply
         * @throws OperationRefused with the server's reason
         * @throws Unreachable when the server is not there, does not let us in, or does not answer in time
         */
        ModelNode call(Operation operation, Map<String, String> arguments, Map<String, byte[]> hidden)
                throws OperationRefused, Unreachable;
    }

    private final CommandLine.Call call;
    private final Door door;
    private final Terminal terminal;
    private final PrintStream err;

    /** @param err where a person reads what would be changed */
    CallRun(CommandLine.Call call, Door door, Terminal terminal, PrintStream err) {
        this.call = call;
        this.door = door;
        this.terminal = terminal;
        this.err = err;
    }

    /**
     * Asks the server, and before it the person, if the operation can tell what it would do.
     *
     * @param hidden the values of hidden parameters by name
     */
    ModelNode reply(Map<String, byte[]> hidden) throws OperationRefused, Unreachable {
        Map<String, String> arguments = new LinkedHashMap<>(call.arguments());
        arguments.keySet().removeAll(hidden.keySet());
        if (asksFirst()) {
            confirm(arguments, hidden);
        }
        return door.call(call.operation(), arguments, hidden);
    }

    private boolean asksFirst() {
        return terminal.isThere()
                && !call.agreed()
                && call.operation().parameter(DRY_RUN).isPresent()
                && !call.arguments().containsKey(DRY_RUN);
    }

    /** What is applied then is what was shown: if anybody has changed something meanwhile, the server refuses. */
    private void confirm(Map<String, String> arguments, Map<String, byte[]> hidden)
            throws OperationRefused, Unreachable {
        Map<String, String> dry = new LinkedHashMap<>(arguments);
        dry.put(DRY_RUN, "true");
        ModelNode shown = door.call(call.operation(), dry, hidden);
        err.println(TableText.of(shown, call.operation().table(), terminal.columns()));
        if (!terminal.agrees("Apply?")) {
            throw new OperationRefused("Nothing was changed.");
        }
        if (shown.hasDefined(SEEN) && call.operation().parameter(SEEN).isPresent()) {
            arguments.putIfAbsent(SEEN, shown.get(SEEN).asString());
        }
    }
}
