package dev.b3lb.shell;

import dev.b3lb.start.EnvFile;
import dev.b3lb.start.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The server's folder that this command belongs to. Its server is the one that is asked unless another is named.
 *
 * @param home the folder, as an absolute path without links
 */
record OwnFolder(Path home) {

    /**
     * What the start script of this folder would set. The command's user need not be the server's: a file that is not
     * theirs to read counts as none.
     *
     * @param environment what is set already; it wins
     * @throws UsageError when the file of settings cannot be understood
     */
    Map<String, String> settings(Map<String, String> environment) throws UsageError {
        try {
            Map<String, String> settings = new LinkedHashMap<>(isClosed() ? Map.of() : EnvFile.read(file()));
            settings.putAll(environment);
            return settings;
        } catch (WrongSetting wrong) {
            throw new UsageError(wrong.getMessage());
        }
    }

    /** {@return whether there are settings that this user may not read} */
    boolean isClosed() {
        return Files.exists(file()) && !Files.isReadable(file());
    }

    /** {@return the file of settings} */
    Path file() {
        return home.resolve("conf/b3lb.env");
    }

    /** {@return whether a server that says so runs from here} */
    boolean is(String itsHome) {
        try {
            Path other = Path.of(itsHome);
            return other.equals(home) || Files.exists(other) && Files.isSameFile(other, home);
        } catch (InvalidPathException | IOException elsewhere) {
            return false;
        }
    }
}
