package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at nodes' descriptions, freeing nodes at once, and taking them away. */
@OnTestbed
class NodeOperationsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    NodeOperationsIT(Testbed testbed) {
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

    private String slug() {
        return pool.slugs().get(0);
    }

    private List<ModelNode> nodes(Map<String, String> filter) {
        return operations.call("nodes", filter).asList();
    }

    private ModelNode added(Map<String, String> more) {
        Map<String, String> arguments = new TreeMap<>(more);
        arguments.putIfAbsent("slug", testbed.names().name("node"));
        arguments.put("secret", testbed.names().secret());
        arguments.put("cluster", pool.cluster());
        arguments.put("maintenance", "true");
        return operations.call("addnode", arguments);
    }

    @Test
    void a_node_is_described_exactly_as_it_was_given() {
        ModelNode byParts = added(Map.of(
                "domain", "example.org", "protocol", "http", "port", "8080", "capacity", "200", "note", "not yet"));
        ModelNode byUrl = added(Map.of("url", "https://bbb.example.org/x/api", "tag", "gpu"));

        assertThat(byParts.get("url").asString()).isEmpty();
        assertThat(byParts.get("domain").asString()).isEqualTo("example.org");
        assertThat(byParts.get("port").asInt()).isEqualTo(8080);
        assertThat(byParts.get("note").asString()).isEqualTo("not yet");
        assertThat(byParts.get("api").asString())
                .isEqualTo("http://" + byParts.get("slug").asString() + ".example.org:8080/bigbluebutton/api/");
        assertThat(byUrl.get("url").asString()).isEqualTo("https://bbb.example.org/x/api/");
        assertThat(byUrl.get("api").asString()).isEqualTo("https://bbb.example.org/x/api/");
        assertThat(byUrl.get("capacity").asInt()).isZero();
        assertThat(nodes(Map.of("slug", byUrl.get("slug").asString()))).containsExactly(byUrl);
        assertThat(nodes(Map.of("cluster", pool.cluster(), "tag", "gpu"))).containsExactly(byUrl);
        assertThat(nodes(Map.of("cluster", pool.cluster(), "maintenance", "false")))
                .extracting(node -> node.get("slug").asString())
                .containsExactly(slug());
        assertThat(nodes(Map.of("cluster", pool.cluster(), "offset", "1", "limit", "1")))
                .hasSize(1);
        Refused.sentence(operations, "nodes", Map.of("cluster", "nowhere")).contains("There is no cluster nowhere");
    }

    /** What bbb-conf --secret prints, a host, and the API's own URL. */
    @Test
    void whatever_url_an_operator_has_calls_go_to_the_api() {
        String host = "localhost:" + node().port();
        for (String url : List.of(
                "http://" + host + "/bigbluebutton/",
                "http://" + host,
                host,
                host + "/bigbluebutton",
                "http://" + host + "/bigbluebutton/api")) {
            ModelNode told = operations.call("setnode", Map.of("slug", slug(), "url", url, "protocol", "http"));

            assertThat(told.get("url").asString()).as(url).isEqualTo("http://" + host + "/bigbluebutton/api/");
            assertThat(told.get("api").asString()).as(url).isEqualTo("http://" + host + "/bigbluebutton/api/");
            pool.poll(slug());
            assertThat(Reports.of(pool, node()).get("last-error").asString())
                    .as(url)
                    .isEmpty();
        }
        assertThat(added(Map.of("url", "bbb.example.org")).get("api").asString())
                .isEqualTo("https://bbb.example.org/bigbluebutton/api/");
        assertThat(added(Map.of("url", "https://bbb.example.org/bigbluebutton/"))
                        .get("url")
                        .asString())
                .isEqualTo("https://bbb.example.org/bigbluebutton/api/");
        Refused.sentence(
                        operations,
                        "setnode",
                        Map.of("slug", slug(), "url", "https://bbb.example.org/bigbluebutton/?x"))
                .contains("url is the BBB API's address");
    }

    @Test
    void what_nobody_sees_around_a_nodes_secret_does_not_count() {
        String added = testbed.names().name("node");

        operations.call("setnode", Map.of("slug", slug(), "secret", odd(node().secret())));
        operations.call(
                "addnode", Map.of("slug", added, "secret", odd("s"), "cluster", pool.cluster(), "maintenance", "true"));
        pool.poll(slug());

        assertThat(pool.servers().get(0).get("last-error").asString("")).isEmpty();
        assertThat(secretOf(slug())).isEqualTo(node().secret());
        assertThat(secretOf(added)).isEqualTo("s");
    }

    private static String odd(String secret) {
        return "\uFEFF\t\u2003\u00A0" + secret + "\u200B\u00AD\u0000 \r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"se cret", "se\u00A0cret", "se\u200Bcret", "se\u00ADcret", "se\ncret", "se\uFEFFcret"})
    void what_nobody_sees_inside_a_nodes_secret_is_refused(String secret) {
        String kept = secretOf(slug());

        Refused.sentence(operations, "setnode", Map.of("slug", slug(), "secret", secret))
                .contains("A node's secret has no white space and no invisible characters in it.");
        Refused.sentence(
                        operations,
                        "addnode",
                        Map.of("slug", testbed.names().name("node"), "secret", secret, "cluster", pool.cluster()))
                .contains("A node's secret has no white space and no invisible characters in it.");
        Refused.sentence(operations, "setnode", Map.of("slug", slug(), "secret", "\u200B\u00A0"))
                .contains("a node needs its BBB secret");
        assertThat(secretOf(slug())).isEqualTo(kept);
    }

    private String secretOf(String slug) {
        return operations.call("export", Map.of("assets", "false")).get("nodes").asList().stream()
                .filter(node -> node.get("slug").asString().equals(slug))
                .map(node -> node.get("secret").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_note_stays_until_maintenance_is_over() {
        operations.call("setnode", Map.of("slug", slug(), "maintenance", "true", "note", "kernel"));

        assertThat(operations
                        .call("setnode", Map.of("slug", slug(), "tag", "x"))
                        .get("note")
                        .asString())
                .isEqualTo("kernel");
        assertThat(operations
                        .call("setnode", Map.of("slug", slug(), "maintenance", "false"))
                        .get("note")
                        .asString())
                .isEmpty();
    }

    @Test
    void servers_can_be_narrowed_and_paged() {
        pool.addNode();
        String second = pool.slugs().get(1);

        List<ModelNode> both =
                operations.call("servers", Map.of("cluster", pool.cluster())).asList();

        assertThat(both).hasSize(2);
        assertThat(operations
                        .call("servers", Map.of("cluster", pool.cluster(), "offset", "1", "limit", "1"))
                        .asList())
                .extracting(node -> node.get("slug").asString())
                .containsExactly(both.get(1).get("slug").asString());
        assertThat(operations.call("servers", Map.of("slug", second)).asList())
                .extracting(node -> node.get("slug").asString())
                .containsExactly(second);
    }

    @Test
    void removenode_waits_for_meetings() throws IOException {
        Rooms.create(pool.client(), "room");
        Refused.sentence(operations, "removenode", Map.of("slug", slug()))
                .contains("Node " + slug() + " has 1 running meeting; wait until it is over, or end it with force.");
        Refused.sentence(operations, "removenode", Map.of("slug", slug(), "force", "true", "version", "9"))
                .contains("It has version 0 by now");
        assertThat(Rooms.running(node(), "room")).hasSize(1);

        Rooms.ask(pool.client(), "end", "room");
        ModelNode removed = operations.call("removenode", Map.of("slug", slug(), "version", "0"));

        assertThat(removed.get("slug").asString()).isEqualTo(slug());
        assertThat(nodes(Map.of("slug", slug()))).isEmpty();
        assertThat(operations.call("servers", Map.of("slug", slug())).asList()).isEmpty();
        Refused.sentence(operations, "removenode", Map.of("slug", slug())).contains("There is no node " + slug());
    }

    @Test
    void removenode_by_force_ends_what_runs_there_and_tells_the_client() throws IOException {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            Rooms.create(pool.client(), "room", Map.of("meta_endCallbackUrl", receiver.url("/end")));
            pool.addNode();
            pool.awaitActive();

            ModelNode removed = operations.call("removenode", Map.of("slug", slug(), "force", "true"));

            assertThat(removed.get("closed").asInt()).isEqualTo(1);
            assertThat(Rooms.running(node(), "room")).isEmpty();
            assertThat(Rooms.listed(pool.client())).isEmpty();
            assertThat(Rooms.create(pool.client(), "room").messageKey()).isEmpty();
            assertThat(Rooms.running(pool.nodes().get(1), "room")).hasSize(1);
            await().atMost(SOON).untilAsserted(() -> assertThat(receiver.calls())
                    .singleElement()
                    .asString()
                    .startsWith("GET /end?recordingmarks=false"));
        }
    }

    @Test
    void panic_ends_all_meetings_and_keeps_the_node_in_maintenance() throws IOException {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            Rooms.create(pool.client(), "one", Map.of("meta_endCallbackUrl", receiver.url("/one")));
            Rooms.create(pool.client(), "two");
            Rooms.running(node(), "one").get(0).setRecordingMarks(true);

            ModelNode panic = operations.call("panic", Map.of("slug", slug()));

            assertThat(panic.get("closed").asInt()).isEqualTo(2);
            assertThat(panic.get("confirmed").asInt()).isEqualTo(2);
            assertThat(panic.get("unconfirmed").asList()).isEmpty();
            assertThat(Rooms.running(node(), "one")).isEmpty();
            assertThat(Rooms.listed(pool.client())).isEmpty();
            assertThat(nodes(Map.of("slug", slug())).get(0).get("maintenance").asBoolean())
                    .isTrue();
            assertThat(Rooms.create(pool.client(), "three").messageKey()).isEqualTo("internalError");
            await().atMost(SOON).untilAsserted(() -> assertThat(receiver.calls())
                    .singleElement()
                    .asString()
                    .startsWith("GET /one?recordingmarks=true"));
        }
    }

    @Test
    void panic_does_not_wait_for_a_dead_node_and_tells_the_clients() throws IOException {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            for (int i = 0; i < 20; i++) {
                Rooms.create(pool.client(), "room-" + i, Map.of("meta_endCallbackUrl", receiver.url("/" + i)));
            }
            node().faults().acceptSilently();
            long start = System.nanoTime();

            ModelNode panic = operations.call("panic", Map.of("slug", slug()));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            assertThat(panic.get("closed").asInt()).isEqualTo(20);
            assertThat(panic.get("confirmed").asInt()).isZero();
            assertThat(panic.get("unconfirmed").asList())
                    .hasSize(20)
                    .allSatisfy(one -> assertThat(one.get("reason").asString()).isNotEmpty());
            assertThat(Rooms.listed(pool.client())).isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).hasSize(20));
        }
        Refused.sentence(operations, "panic", Map.of("slug", "nowhere")).contains("There is no node nowhere");
    }

    /** A removal and polls want the same rows. */
    @Test
    void nodes_are_removed_while_they_are_polled() throws Exception {
        for (int i = 0; i < 20; i++) {
            Rooms.create(pool.client(), "room-" + i);
        }

        List<String> outcomes = AtOnce.all(4, i -> () -> {
            if (i == 0) {
                return operations
                        .call("removenode", Map.of("slug", slug(), "force", "true"))
                        .get("closed")
                        .asString();
            }
            operations.call("poll", Map.of("slug", slug()));
            return "";
        });

        assertThat(outcomes.get(0)).isEqualTo("20");
        assertThat(nodes(Map.of("slug", slug()))).isEmpty();
    }
}
