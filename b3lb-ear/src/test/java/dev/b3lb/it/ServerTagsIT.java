package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A create that asks for certain nodes. */
@OnTestbed
class ServerTagsIT {

    private final Testbed testbed;
    private Pool pool;

    ServerTagsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    /** Node 0 has no tag, node 1 tag gpu and node 2 tag old; the untagged one has no load at all. */
    @BeforeEach
    void makePool() {
        pool = testbed.newPool(3);
        tag(1, "gpu");
        tag(2, "old");
        pool.nodes().get(1).setLoad(5_000);
        pool.nodes().get(2).setLoad(9_000);
        pool.slugs().forEach(pool::poll);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void tag(int node, String tag) {
        testbed.operations().call("setnode", Map.of("slug", pool.slugs().get(node), "tag", tag));
    }

    private BbbAnswer create(String tag) throws IOException {
        return Rooms.create(pool.client(), "the-room", Map.of("meta_server-tag", tag));
    }

    private int home() {
        FakeBbbNode home = Rooms.home(pool, "the-room");
        return pool.nodes().indexOf(home);
    }

    @ParameterizedTest
    @CsvSource({
        "gpu, 1",
        "gpu!, 1",
        "old!, 2",
        "none, 0",
        "none!, 0",
        "gpu;old, 1",
        "old;missing!, 2",
        "'', 0",
        "missing, 0",
    })
    void the_meeting_goes_where_its_tag_says(String tag, int node) throws IOException {
        assertThat(create(tag).succeeded()).isTrue();

        assertThat(home()).isEqualTo(node);
    }

    @Test
    void a_tag_that_is_insisted_on_and_that_no_node_has_is_refused() throws IOException {
        BbbAnswer answer = create("missing!");

        assertThat(answer.messageKey()).isEqualTo("serverTagUnavailable");
        assertThat(Rooms.listed(pool.client())).isEmpty();
        assertThat(create("gpu").succeeded()).isTrue();
    }

    @Test
    void a_node_in_maintenance_does_not_count_for_its_tag() throws IOException {
        testbed.operations().call("maintenance", Map.of("slug", pool.slugs().get(1), "on", "true"));

        assertThat(create("gpu!").messageKey()).isEqualTo("serverTagUnavailable");
        assertThat(create("gpu").succeeded()).isTrue();
        assertThat(home()).isZero();
    }

    @Test
    void the_tag_does_not_reach_the_node_or_the_client() throws IOException {
        create("gpu");

        assertThat(Rooms.running(pool, "the-room").get(0).metadata()).doesNotContainKey("server-tag");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").http().text())
                .doesNotContain("server-tag");
        assertThat(pool.client().get("getMeetings").http().text()).doesNotContain("server-tag");
    }
}
