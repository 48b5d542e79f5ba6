package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at the meetings that run, and ending them. */
@OnTestbed
class MeetingOperationsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    MeetingOperationsIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private FakeBbbNode node() {
        return pool.nodes().get(0);
    }

    private List<ModelNode> meetings(Map<String, String> filter) {
        Map<String, String> arguments = new TreeMap<>(filter);
        arguments.put("tenant-slug", pool.tenant());
        return operations.call("meetings", arguments).asList();
    }

    private Map<String, String> room(String meetingId, Map<String, String> more) {
        Map<String, String> arguments = new TreeMap<>(more);
        arguments.put("tenant-slug", pool.tenant());
        arguments.put("sub-id", "0");
        arguments.put("meeting-id", meetingId);
        return arguments;
    }

    @Test
    void meetings_are_listed_with_their_nodes_a_page_at_a_time() throws IOException {
        Rooms.create(pool.client(), "one");
        Rooms.create(pool.client(1, pool.addSecret(1)), "two");

        List<ModelNode> both = meetings(Map.of());

        assertThat(both)
                .extracting(meeting -> meeting.get("meeting-id").asString())
                .containsExactly("one", "two");
        ModelNode two = both.get(1);
        assertThat(two.get("sub-id").asInt()).isEqualTo(1);
        assertThat(two.get("node").asString()).isEqualTo(pool.slugs().get(0));
        assertThat(two.get("name").asString()).isEqualTo("Room two");
        assertThat(two.get("state").asString()).isEqualTo("OPEN");
        assertThat(two.get("internal-id").asString())
                .isEqualTo(Rooms.running(node(), "two").get(0).internalId());
        assertThat(two.get("created-at").asString()).isNotEmpty();
        assertThat(meetings(Map.of("offset", "1", "limit", "1"))).containsExactly(two);
        assertThat(meetings(Map.of("id", two.get("id").asString()))).containsExactly(two);
        assertThat(meetings(Map.of("meeting-id", "two"))).containsExactly(two);
        assertThat(operations
                        .call("meetings", Map.of("node", pool.slugs().get(0)))
                        .asList())
                .isEqualTo(both);
        assertThat(meetings(Map.of("id", UUID.randomUUID().toString()))).isEmpty();
        Refused.sentence(operations, "meetings", Map.of("id", "x")).contains("not the id of a meeting");
        Refused.sentence(operations, "meetings", Map.of("node", "nowhere")).contains("There is no node nowhere");
    }

    @Test
    void meetings_and_people_are_counted_for_each_tenant() throws IOException {
        Rooms.create(pool.client(), "one");
        Rooms.create(pool.client(), "two");
        node().meetings().all().get(0).addAttendees(Crowd.of(3));
        pool.poll(pool.slugs().get(0));

        ModelNode stats = operations.call("meetingstats");

        assertThat(stats.get(pool.tenant()).get("meetings").asInt()).isEqualTo(2);
        assertThat(stats.get(pool.tenant()).get("attendees").asInt()).isEqualTo(3);
        assertThat(stats.get("meetings").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(stats.get("attendees").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void endmeeting_ends_it_on_its_node() throws IOException {
        Rooms.create(pool.client(), "room");

        ModelNode ended = operations.call("endmeeting", room("room", Map.of()));

        assertThat(ended.get("confirmed").asBoolean()).isTrue();
        assertThat(ended.get("node").asString()).isEqualTo(pool.slugs().get(0));
        assertThat(Rooms.running(node(), "room")).isEmpty();
        assertThat(Rooms.listed(pool.client())).isEmpty();
        Refused.sentence(operations, "endmeeting", room("room", Map.of()))
                .contains(pool.tenant() + " has no running meeting room");
        Refused.sentence(
                        operations,
                        "endmeeting",
                        Map.of("tenant-slug", pool.tenant(), "sub-id", "9", "meeting-id", "room"))
                .contains("has no secret with sub id 9");
    }

    @Test
    void endmeeting_changes_nothing_without_the_nodes_word_unless_it_is_forced() throws IOException {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            Rooms.create(pool.client(), "room", Map.of("meta_endCallbackUrl", receiver.url("/end")));
            node().faults().refuseConnections();

            Refused.sentence(operations, "endmeeting", room("room", Map.of()))
                    .contains("Node " + pool.slugs().get(0) + " does not answer: no connection")
                    .contains("Nothing was changed");
            assertThat(meetings(Map.of())).hasSize(1);

            ModelNode ended = operations.call("endmeeting", room("room", Map.of("force", "true")));

            assertThat(ended.get("confirmed").asBoolean()).isFalse();
            assertThat(meetings(Map.of())).isEmpty();
            assertThat(Rooms.listed(pool.client())).isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
        }
    }

    @Test
    void orphans_and_callbacks_are_paged() throws IOException {
        node().meetings().open("strange", "Strange", Map.of());
        node().meetings().open("stranger", "Stranger", Map.of());
        pool.poll(pool.slugs().get(0));

        List<ModelNode> both =
                operations.call("orphans", Map.of("node", pool.slugs().get(0))).asList();

        assertThat(both).hasSize(2);
        assertThat(operations
                        .call("orphans", Map.of("node", pool.slugs().get(0), "offset", "1", "limit", "1"))
                        .asList())
                .isEqualTo(both.subList(1, 2));
        assertThat(operations
                        .call(
                                "orphans",
                                Map.of(
                                        "internal-id",
                                        both.get(0).get("internal-id").asString()))
                        .asList())
                .isEqualTo(both.subList(0, 1));
        assertThat(operations
                        .call("callbacks", Map.of("tenant-slug", pool.tenant(), "offset", "1"))
                        .asList())
                .isEmpty();
        assertThat(operations
                        .call("callbacks", Map.of("id", UUID.randomUUID().toString()))
                        .asList())
                .isEmpty();
    }
}
