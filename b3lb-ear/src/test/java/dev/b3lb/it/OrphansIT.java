package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Meetings on a node that b3lb did not create. */
@OnTestbed
class OrphansIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;

    OrphansIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        usePool(testbed.newPool(1));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void usePool(Pool used) {
        pool = used;
        node = pool.nodes().get(0);
    }

    private List<ModelNode> orphans() {
        pool.poll(pool.slugs().get(0));
        return testbed.operations()
                .call("orphans", Map.of("node", pool.slugs().get(0)))
                .asList();
    }

    private List<String> ids() {
        return orphans().stream()
                .map(orphan -> orphan.get("meeting-id").asString())
                .toList();
    }

    @Test
    void a_meeting_that_somebody_else_created_is_shown_and_left_alone() {
        FakeMeeting strange = node.meetings().open("strange", "A strange <room>", Map.of());

        List<ModelNode> orphans = orphans();

        assertThat(orphans).hasSize(1);
        ModelNode orphan = orphans.get(0);
        assertThat(orphan.get("node").asString()).isEqualTo(pool.slugs().get(0));
        assertThat(orphan.get("meeting-id").asString()).isEqualTo("strange");
        assertThat(orphan.get("internal-id").asString()).isEqualTo(strange.internalId());
        assertThat(orphan.get("name").asString()).isEqualTo("A strange <room>");
        assertThat(orphan.get("attendees").asInt()).isZero();
        assertThat(orphan.get("since").asString()).isNotEmpty();
        String since = orphan.get("since").asString();
        assertThat(orphans().get(0).get("since").asString()).isEqualTo(since);
        assertThat(Rooms.running(node, "strange")).hasSize(1);
        assertThat(node.requests().count("end")).isZero();

        node.meetings().drop(strange);
        assertThat(orphans()).isEmpty();
    }

    @Test
    void meetings_of_ours_and_the_rooms_in_them_are_none() throws IOException {
        Rooms.create(pool.client(), "ours");
        node.meetings().openBreakouts(Rooms.running(node, "ours").get(0), 2);
        FakeMeeting marked = node.meetings()
                .open(
                        "forged",
                        "Forged",
                        Map.of("meta_b3lb-id", UUID.randomUUID().toString()));
        node.meetings().openBreakouts(marked, 1);

        assertThat(ids()).containsExactly("forged");
    }

    @Test
    void a_name_of_any_length_spoils_nothing() throws IOException {
        Rooms.create(pool.client(), "ours");
        node.meetings().open("strange", "\uD83C\uDF89".repeat(2_000), Map.of());

        List<ModelNode> orphans = orphans();

        assertThat(orphans.get(0).get("name").asString()).isEqualTo("\uD83C\uDF89".repeat(256));
        assertThat(Rooms.listed(pool.client())).containsExactly("ours");
    }

    @Test
    void a_node_that_there_is_not_is_named() {
        assertThatThrownBy(() -> testbed.operations().call("orphans", Map.of("node", "nowhere")))
                .hasMessageContaining("There is no node nowhere");
        assertThatThrownBy(() -> testbed.operations().call("orphans", Map.of("limit", "0")))
                .hasMessageContaining("limit must be from 1 to 1000");
    }

    @Test
    @Tag("full")
    void after_its_time_an_orphan_is_ended_and_nothing_else() throws IOException {
        pool.close();
        try (OwnServer own = OwnServer.start(testbed, "orphans", plan -> plan.with("B3LB_ORPHAN_TIMEOUT", 3))) {
            usePool(own.newPool(1));
            Rooms.create(pool.client(), "ours");
            node.faults().setNext(1, Fault.status(500), "end");
            node.meetings().open("strange", "Strange", Map.of());
            ServerLog log = ServerLog.fromNow(own.server());

            Awaitility.await().atMost(SOON).until(() -> Rooms.running(node, "strange")
                    .isEmpty());

            assertThat(node.requests().count("end")).isGreaterThanOrEqualTo(2); // the first one failed
            assertThat(log.text()).contains("Ending orphaned meeting");
            assertThat(Rooms.running(node, "ours")).hasSize(1);
            assertThat(Rooms.listed(pool.client())).containsExactly("ours");
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> own.operations().call("orphans").asList().isEmpty());
            pool.close();
        } finally {
            usePool(testbed.newPool(1)); // closed like any other
        }
    }
}
