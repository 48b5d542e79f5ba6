package dev.b3lb.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.management.Catalogue;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.RedisServer;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import dev.b3lb.testbed.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code docs/operations.md} anew: tells the story through the shell, on a server where nothing else is, and keeps
 * what the commands print. No part of a build; {@code docs/development.md} says how it is run.
 */
@OnTestbed
class OperationsPage {

    static final Path PAGE = Path.of("../docs/operations.md");

    private static final Pattern GENERATED =
            Pattern.compile("(?<=<!-- operations begin -->\n).*(?=<!-- operations end -->)", Pattern.DOTALL);

    private final Testbed testbed;
    private final PageWriter writer = new PageWriter(Catalogue.load());

    OperationsPage(Testbed testbed) {
        this.testbed = testbed;
    }

    @Test
    void is_written(@TempDir Path directory) throws Exception {
        try (Parts parts = new Parts()) {
            Workplace workplace = new Workplace(
                    testbed.workplace().part("page"), testbed.workplace().guardian());
            PostgresServer postgres =
                    parts.add(PostgresServer.start(workplace, testbed.ports().draw()));
            RedisServer redis =
                    parts.add(RedisServer.start(workplace, testbed.ports().draw()));
            B3lbServer server = parts.add(B3lbServer.start(
                    workplace, testbed.newPlan("b3lb1").on(postgres, redis).with("B3LB_DEFAULT_CLUSTER", "main")));
            FakeBbbNode node = parts.add(FakeBbbNode.builder()
                    .host("localhost")
                    .port(testbed.ports().draw())
                    .secret(testbed.names().secret())
                    .start());
            tell(server, node, directory);
        }
        String page = Files.readString(PAGE);
        assertThat(page).containsPattern(GENERATED);
        Files.writeString(PAGE, GENERATED.matcher(page).replaceFirst(Matcher.quoteReplacement(writer.text())));
    }

    private void tell(B3lbServer server, FakeBbbNode node, Path directory) throws Exception {
        ShellCommand shell = new ShellCommand(Path.of(System.getProperty("b3lb.server.home")), server.managementPort());
        ShellDoor door = new ShellDoor(shell, directory);
        OperationStory.Cast cast = new OperationStory.Cast("main", "all", "bbb01", "ACME", "ada");
        Door noting = (operation, arguments) -> noted(door, operation, arguments, directory);
        new OperationStory(noting, server.httpPort(), cast, node).tell();
    }

    private ModelNode noted(ShellDoor door, String operation, Map<String, String> arguments, Path directory)
            throws Door.Closed, IOException, InterruptedException {
        ModelNode reply = door.call(operation, arguments);
        String command = "bin/b3lb.sh " + String.join(" ", door.lastWords()).replace(directory + "/", "");
        writer.note(operation, new PageWriter.Example(command, door.lastOutput().strip()));
        return reply;
    }
}
