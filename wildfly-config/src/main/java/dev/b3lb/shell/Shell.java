package dev.b3lb.shell;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.OperationRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.dmr.ModelNode;

/** The command {@code b3lb.sh}. */
public final class Shell {

    private static final String HOME = "b3lb.home";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;

    private final OwnFolder folder;
    private final StandardInput in;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param folder whose server is asked when none is named
     * @param out the reply, in UTF-8
     */
    Shell(OwnFolder folder, StandardInput in, Terminal terminal, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.in = in;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /** Ends with status 0 done, 1 refused, 2 not understood, 3 server not reachable. */
    public static void main(String[] arguments) {
        // What the client's libraries have to say is no part of the reply
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        StandardInput in = new StandardInput(System.in);
        OwnFolder folder = new OwnFolder(Path.of(System.getProperty(HOME)));
        Shell shell = new Shell(folder, in, new SystemTerminal(in, err), out, err);
        int status = shell.run(List.of(arguments), System.getenv());
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** A reader that goes away is no error: such a stream only stops writing. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
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
            CommandLine line = new CommandLineParser(catalogue, environment, folder).parse(words);
            if (line instanceof CommandLine.Call call) {
                run(call);
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
            err.flush();
        }
    }

    private void run(CommandLine.Call call) throws OperationRefused, Unreachable, UsageError {
        if (call.form().file().isEmpty()) {
            out.print(ReplyText.of(reply(call), call, terminal.columns()));
            return;
        }
        try (OutputFile file =
                OutputFile.open(call.form().file().get(), call.form().overwrite())) {
            file.write(ReplyText.of(reply(call), call, OptionalInt.empty()));
        }
    }

    private ModelNode reply(CommandLine.Call call) throws OperationRefused, Unreachable, UsageError {
        Map<String, byte[]> hidden = new HiddenArguments(in, terminal).read(call.operation(), call.arguments());
        return new CallRun(call, new Management(call.server(), call.limit())::call, terminal, err).reply(hidden);
    }
}
