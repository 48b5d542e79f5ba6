package dev.b3lb.testbed;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Commands in a session of their own, so that Ctrl-C in a terminal reaches this JVM only, which then stops its parts in
 * the right order. Where there is no {@code setsid} (it belongs to util-linux), the command runs in our session.
 */
final class Detached {

    private Detached() {}

    /** The command to start instead. It keeps its process id, which is also that of a process group of its own. */
    static List<String> command(List<String> command) {
        if (!isOnPath("setsid")) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        return detached;
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> new File(directory, program).canExecute());
    }
}
