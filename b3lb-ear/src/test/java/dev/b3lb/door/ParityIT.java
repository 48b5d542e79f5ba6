package dev.b3lb.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation says the same behind every door. */
@OnTestbed
class ParityIT {

    private final Testbed testbed;
    private final Operations operations;
    private FakeBbbNode node;
    private Door management;
    private Door rest;

    ParityIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makeWhatStoriesNeed() {
        String user = testbed.names().name("user");
        operations.call(
                "createsuperuser",
                Map.of("username", user, "password", testbed.names().secret()));
        String token = operations
                .call("addtoken", Map.of("username", user, "name", "parity"))
                .get("token")
                .asString();
        operations.call("addcluster", Map.of("name", Testbed.DEFAULT_CLUSTER));
        node = FakeBbbNode.builder()
                .host("localhost")
                .port(testbed.ports().draw())
                .secret(testbed.names().secret())
                .start();
        management = new ManagementDoor(operations);
        rest = new RestDoor(testbed.server().httpPort(), token);
    }

    @AfterEach
    void clear() {
        node.close();
        operations.call("removecluster", Map.of("name", Testbed.DEFAULT_CLUSTER));
    }

    @Test
    void the_story_has_every_operation_once() throws Exception {
        assertThat(story(management).tell())
                .extracting(OperationStory.Told::operation)
                .containsAll(Catalogue.load().operations().stream()
                        .map(Operation::name)
                        .toList());
    }

    @Test
    void the_rest_api_says_what_the_management_interface_says() throws Exception {
        assertThat(likenesses(rest)).containsExactlyElementsOf(likenesses(management));
    }

    @Test
    @Tag("full") // a process for each of about eighty operations
    void the_shell_says_what_the_management_interface_says(@TempDir Path directory) throws Exception {
        Door shell = new ShellDoor(
                new ShellCommand(
                        Path.of(System.getProperty("b3lb.server.home")),
                        testbed.server().managementPort()),
                directory);

        assertThat(likenesses(shell)).containsExactlyElementsOf(likenesses(management));
    }

    @Test
    void each_operation_is_refused_in_the_same_words() {
        assertThat(Catalogue.load().operations()).allSatisfy(operation -> {
            String sentence = operation.name() + " has no parameter nonsense";
            for (Door door : List.of(management, rest)) {
                assertThatThrownBy(() -> door.call(operation.name(), Map.of("nonsense", "1")))
                        .isInstanceOf(Door.Closed.class)
                        .hasMessageStartingWith(sentence);
            }
        });
    }

    private OperationStory story(Door door) {
        return new OperationStory(door, testbed.server().httpPort(), OperationStory.Cast.of(testbed.names()), node);
    }

    private List<String> likenesses(Door door) throws Exception {
        OperationStory story = story(door);
        return story.tell().stream()
                .map(step -> step.operation() + " " + Likeness.of(step, story.cast()))
                .toList();
    }
}
