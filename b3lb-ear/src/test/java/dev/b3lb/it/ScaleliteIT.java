package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operations by the names that Scalelite's operators know. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaleliteIT {

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    ScaleliteIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeAll
    void makePool() {
        pool = testbed.newPool(2);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    private ModelNode node(String slug) {
        return operations.call("nodes", Map.of("slug", slug)).asList().get(0);
    }

    private String id(String slug) {
        return node(slug).get("id").asString();
    }

    @Test
    void a_server_is_added_in_maintenance_and_called_as_its_host() {
        String slug = testbed.names().name("scalelite");
        Map<String, String> server = Map.of(
                "url",
                "https://" + slug + ".example.com/bigbluebutton/api",
                "secret",
                testbed.names().secret(),
                "load-multiplier",
                "1.5");
        Refused.sentence(operations, "servers-add", server).contains("There is no cluster " + Testbed.DEFAULT_CLUSTER);
        operations.call("addcluster", Map.of("name", Testbed.DEFAULT_CLUSTER));

        ModelNode added = operations.call("servers-add", server);

        assertThat(added.get("slug").asString()).isEqualTo(slug);
        assertThat(added.get("cluster").asString()).isEqualTo(Testbed.DEFAULT_CLUSTER);
        assertThat(added.get("load-multiplier").asDouble()).isEqualTo(1.5);
        assertThat(added.get("maintenance").asBoolean()).isTrue();
        assertThat(added.get("api").asString()).isEqualTo("https://" + slug + ".example.com/bigbluebutton/api/");
        Refused.sentence(operations, "servers-add", server).contains("already a node " + slug);
        Refused.sentence(operations, "servers-add", Map.of("url", slug, "secret", "s"))
                .contains("url is the address of a server's API");
        Refused.sentence(operations, "servers-add", Map.of("url", "https://other.example.com/", "secret", "s\u200Bt"))
                .contains("A node's secret has no white space and no invisible characters in it.");

        ModelNode removed =
                operations.call("servers-remove", Map.of("id", added.get("id").asString()));
        assertThat(removed.get("slug").asString()).isEqualTo(slug);
        Refused.sentence(operations, "servers-remove", Map.of("id", slug)).contains("There is no node " + slug);
    }

    @Test
    void servers_are_switched_by_their_names_and_by_their_ids() {
        String slug = pool.slugs().get(0);

        assertThat(operations
                        .call("servers-cordon", Map.of("id", id(slug)))
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(node(slug).get("maintenance").asBoolean()).isTrue();
        assertThat(operations
                        .call("servers-disable", Map.of("id", slug))
                        .get("changed")
                        .asInt())
                .isZero();
        assertThat(operations
                        .call("servers-enable", Map.of("id", slug))
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(node(slug).get("maintenance").asBoolean()).isFalse();
        assertThat(operations
                        .call("servers-loadmultiplier", Map.of("id", id(slug), "load-multiplier", "2"))
                        .get("load-multiplier")
                        .asDouble())
                .isEqualTo(2);
        Refused.sentence(operations, "servers-enable", Map.of("id", "nowhere")).contains("There is no node nowhere");
        Refused.sentence(operations, "servers-loadmultiplier", Map.of("id", slug, "load-multiplier", "0"))
                .contains("load-multiplier");
    }

    @Test
    void panic_frees_a_server() throws IOException {
        Rooms.create(pool.client(), "room");
        FakeBbbNode home = Rooms.home(pool, "room");
        String slug = Rooms.slug(pool, home);

        ModelNode panic = operations.call("servers-panic", Map.of("id", slug));

        assertThat(panic.get("closed").asInt()).isEqualTo(1);
        assertThat(Rooms.running(home, "room")).isEmpty();
        assertThat(node(slug).get("maintenance").asBoolean()).isTrue();
        operations.call("servers-enable", Map.of("id", slug));
    }
}
