package dev.b3lb.testbed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * What one server writes to, {@code jboss.server.base.dir}: a copy of the provisioned server's {@code standalone}, so
 * that several servers can run from one provisioned home and none changes it.
 */
final class ServerDirectory {

    /** Configuration and the deployed application; all else under standalone are traces of a run. */
    private static final List<String> COPIED = List.of("configuration", "deployments", "lib", "data/content");

    private ServerDirectory() {}

    /** Makes a fresh directory; one that is there is replaced. */
    static void make(ServerPlan plan, Path directory) {
        if (!Files.isDirectory(plan.home().resolve("standalone/configuration"))) {
            throw new TestbedFailure("There is no server in " + plan.home() + "; build it with mvn package.");
        }
        try {
            FileUtils.deleteDirectory(directory.toFile());
            Files.createDirectories(directory);
            for (String part : COPIED) {
                File source = plan.home().resolve("standalone").resolve(part).toFile();
                if (source.isDirectory()) {
                    FileUtils.copyDirectory(source, directory.resolve(part).toFile());
                }
            }
            for (ManagementUser user : plan.users()) {
                user.addTo(directory.resolve("configuration"));
            }
        } catch (IOException e) {
            throw new TestbedFailure("The server's directory " + directory + " cannot be made: " + e.getMessage(), e);
        }
    }
}
