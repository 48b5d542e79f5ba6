package dev.b3lb.shell;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.dmr.ModelNode;

/** The command {@code b3lb.sh}. */
public final class Shell {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    Shell(InputStream in, PrintStream out, PrintStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** Ends with status 0 done, 1 refused, 2 not understood, 3 server not reachable. */
    public static void main(String[] arguments) {
        // What the client's libraries have to say is no part of the reply
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new Shell(System.in, System.out, System.err).run(List.of(arguments), System.getenv()));
    }

    /**
     * Runs one command line.
     *
     * @param words the command line without the command
     * @param environment the environment variables
     * @return the exit status
     */
    int run(List<String> words, Map<String, String> environment) {
        try {
            Catalogue catalogue = Catalogue.load();
            CommandLine line = new CommandLineParser(catalogue, environment).parse(words);
            if (line instanceof CommandLine.Call call) {
                out.println(reply(call));
            } else if (line instanceof CommandLine.Help help) {
                out.print(help.operation().map(Help::of).orElseGet(() -> Help.of(catalogue)));
            }
            return DONE;
        } catch (OperationRefused refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (UsageError wrong) {
            err.println(wrong.getMessage());
            return USAGE;
        } catch (Unreachable away) {
            err.println(away.getMessage());
            return UNREACHABLE;
        } finally {
            out.flush();
        }
    }

    private String reply(CommandLine.Call call) throws OperationRefused, Unreachable, UsageError {
        ModelNode reply = new Management(call.server(), call.limit())
                .call(call.operation().name(), FileArguments.read(call.operation(), withSecrets(call)));
        return call.asTable() ? TableText.of(reply, call.operation().table()) : JsonText.of(reply);
    }

    private Map<String, String> withSecrets(CommandLine.Call call) throws UsageError {
        Map<String, String> arguments = new LinkedHashMap<>(call.arguments());
        for (Parameter parameter : call.operation().parameters()) {
            if (parameter.secret() && "-".equals(arguments.get(parameter.name()))) {
                arguments.put(parameter.name(), line(parameter.name()));
            }
        }
        return arguments;
    }

    private String line(String name) throws UsageError {
        try {
            String line = in.readLine();
            if (line == null || line.isBlank()) {
                throw new UsageError("There is nothing on standard input for " + name + ".");
            }
            return line.strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
