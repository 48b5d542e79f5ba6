package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation through the management interface: what it does, and what it refuses. */
@OnTestbed
class OperationsIT {

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    OperationsIT(Testbed testbed) {
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

    @Test
    void addcluster_gives_the_cluster_with_its_factors() {
        String name = testbed.names().name("cluster");

        ModelNode cluster = operations.call(
                "addcluster", Map.of("name", name, "meeting-factor", "12.5", "cpu-order", "0", "sha", "sha512"));

        assertThat(cluster.get("name").asString()).isEqualTo(name);
        assertThat(cluster.get("attendee-factor").asDouble()).isEqualTo(1);
        assertThat(cluster.get("meeting-factor").asDouble()).isEqualTo(12.5);
        assertThat(cluster.get("sha").asString()).isEqualTo("sha512");
    }

    @Test
    void a_node_without_a_capacity_has_that_of_its_cluster() {
        String cluster = testbed.names().name("cluster");
        operations.call("addcluster", Map.of("name", cluster, "node-capacity", "250"));
        operations.call("setnode", Map.of("slug", slug(), "cluster", cluster));
        assertThat(capacities(cluster)).containsExactly(250, 250);

        operations.call("setnode", Map.of("slug", slug(), "capacity", "400"));
        assertThat(capacities(cluster)).containsExactly(400, 400);

        operations.call("setnode", Map.of("slug", slug(), "cluster", pool.cluster(), "capacity", "0"));
        assertThat(capacities(pool.cluster())).containsExactly(0, 300);
    }

    /** What is set, and what the node is taken for. */
    private List<Integer> capacities(String cluster) {
        ModelNode node = operations.call("servers", Map.of("cluster", cluster)).get(0);
        return List.of(node.get("capacity").asInt(), node.get("strength").asInt());
    }

    @Test
    void the_hash_of_a_cluster_signs_the_calls_to_its_nodes() {
        String cluster = testbed.names().name("cluster");
        operations.call("addcluster", Map.of("name", cluster, "sha", "sha1"));

        operations.call("setnode", Map.of("slug", slug(), "cluster", cluster));
        operations.call("poll", Map.of("slug", slug()));

        assertThat(node().requests()
                        .last("getMeetings")
                        .orElseThrow()
                        .parameters()
                        .raw("checksum")
                        .orElseThrow())
                .hasSize(40);
        operations.call("setnode", Map.of("slug", slug(), "cluster", pool.cluster()));
    }

    @Test
    void addclustergroup_gives_the_group_with_its_clusters() {
        String name = testbed.names().name("group");

        ModelNode group = operations.call(
                "addclustergroup", Map.of("name", name, "description", "Süd", "clusters", pool.cluster()));

        assertThat(group.get("description").asString()).isEqualTo("Süd");
        assertThat(group.get("clusters").asList())
                .extracting(ModelNode::asString)
                .containsExactly(pool.cluster());
    }

    @Test
    void addnode_gives_the_node_without_its_secret() {
        String slug = testbed.names().name("node");
        String secret = testbed.names().secret();

        ModelNode node = operations.call(
                "addnode",
                Map.of(
                        "slug",
                        slug,
                        "secret",
                        secret,
                        "cluster",
                        pool.cluster(),
                        "domain",
                        "example.org",
                        "tag",
                        "gpu",
                        "load-multiplier",
                        "2.5",
                        "maintenance",
                        "true"));

        assertThat(node.get("url").asString()).isEmpty();
        assertThat(node.get("domain").asString()).isEqualTo("example.org");
        assertThat(node.get("api").asString()).isEqualTo("https://" + slug + ".example.org:443/bigbluebutton/api/");
        assertThat(node.get("tag").asString()).isEqualTo("gpu");
        assertThat(node.get("maintenance").asBoolean()).isTrue();
        assertThat(node.toJSONString(true)).doesNotContain(secret);
    }

    @Test
    void setnode_changes_what_is_named_and_nothing_else() {
        operations.call("setnode", Map.of("slug", slug(), "tag", "gpu", "description", "the old one"));

        ModelNode node = operations.call("setnode", Map.of("slug", slug(), "tag", ""));

        assertThat(node.get("tag").asString()).isEmpty();
        assertThat(node.get("description").asString()).isEqualTo("the old one");
        assertThat(node.get("url").asString()).isEqualTo(node().baseUrl() + "/");
        assertThat(node.get("api").asString()).isEqualTo(node().baseUrl() + "/");
    }

    @Test
    void a_new_secret_of_a_node_is_used_at_once() {
        operations.call("setnode", Map.of("slug", slug(), "secret", "another-secret-of-this-node"));
        operations.call("poll", Map.of("slug", slug()));

        assertThat(Reports.of(pool, node()).get("last-error").asString()).contains("wrong secret");
    }

    @Test
    void maintenance_keeps_new_meetings_away_at_once_and_lets_joins_go_on() throws IOException {
        Rooms.create(pool.client(), "old-room");

        ModelNode result = operations.call("maintenance", Map.of("slug", slug(), "on", "true", "note", "kernel"));

        assertThat(result.get("changed").asInt()).isEqualTo(1);
        assertThat(result.get("meetings").asInt()).isEqualTo(1);
        assertThat(Rooms.create(pool.client(), "new-room").messageKey()).isEqualTo("internalError");
        assertThat(Rooms.create(pool.client(), "old-room").messageKey()).isEqualTo("duplicateWarning");
        assertThat(pool.client()
                        .send("GET", "join", "meetingID=old-room&fullName=E&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(Reports.of(pool, node()).get("load").asDouble()).isEqualTo(-2);

        assertThat(operations
                        .call("maintenance", Map.of("cluster", pool.cluster(), "on", "false"))
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(Rooms.create(pool.client(), "new-room").succeeded()).isTrue();
    }

    @Test
    void maintenance_waits_until_the_last_meeting_is_over() throws Exception {
        Rooms.create(pool.client(), "old-room");
        Thread ender = new Thread(() -> endWhenInMaintenance("old-room"));
        ender.start();

        ModelNode result = operations.call("maintenance", Map.of("slug", slug(), "on", "true", "wait", "30"));

        ender.join(10_000);
        assertThat(result.get("meetings").asInt()).isZero();
    }

    private void endWhenInMaintenance(String meetingId) {
        Awaitility.await()
                .until(() -> Reports.of(pool, node()).get("state").asString().equals("maintenance"));
        try {
            Rooms.ask(pool.client(), "end", meetingId);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void poll_brings_what_happened_on_the_node() {
        node().meetings().open("strange", "Strange", Map.of());

        ModelNode polled = operations.call("poll", Map.of("slug", slug()));

        assertThat(polled.asList()).hasSize(1);
        assertThat(polled.get(0).get("meetings").asInt()).isEqualTo(1);
    }

    @Test
    void servers_status_and_getloadvalues_tell_the_same_of_a_node() {
        ModelNode server = Reports.of(pool, node());
        String hostname = "localhost:" + node().port();

        assertThat(server.keys())
                .contains(
                        "slug",
                        "id",
                        "url",
                        "cluster",
                        "state",
                        "health",
                        "last-error",
                        "since",
                        "unreadable-meetings",
                        "online",
                        "load",
                        "load-multiplier",
                        "capacity",
                        "strength",
                        "ramp",
                        "tag",
                        "meetings",
                        "users",
                        "expected-users",
                        "largest-meeting",
                        "videos",
                        "cpu",
                        "last-poll",
                        "last-good-poll",
                        "bbb-version");
        assertThat(operations.call("status").get("frozen-since").asString()).isEmpty();
        assertThat(operations.call("status").get("servers").asList())
                .filteredOn(row -> row.get("hostname").asString().equals(hostname))
                .singleElement()
                .satisfies(row -> assertThat(row.get("status").asString()).isEqualTo("online"));
        ModelNode values = operations.call("getloadvalues").get(hostname);
        assertThat(values.asList()).hasSize(2);
        assertThat(values.get(0).asDouble()).isEqualTo(server.get("load").asDouble());
        assertThat(values.get(1).asInt()).isEqualTo(server.get("cpu").asInt());
    }

    @Test
    void getloadvalues_shows_errors_as_minus_1_and_maintenance_as_minus_2() {
        String hostname = "localhost:" + node().port();
        node().faults().refuseConnections();
        operations.call("poll", Map.of("slug", slug()));
        assertThat(operations.call("getloadvalues").get(hostname).get(0).asDouble())
                .isEqualTo(-1);

        operations.call("maintenance", Map.of("slug", slug(), "on", "true"));
        assertThat(operations.call("getloadvalues").get(hostname).get(0).asDouble())
                .isEqualTo(-2);
    }

    @Test
    void addtenant_and_addsecrets_are_in_force_when_they_answer() throws IOException {
        String tenant = testbed.names().tenant();

        ModelNode added = operations.call(
                "addtenant",
                Map.of("slug", tenant.toLowerCase(Locale.ROOT), "cluster-group", pool.group(), "meeting-limit", "5"));
        ModelNode secrets = operations.call("addsecrets", Map.of("tenant-slug", tenant, "sub-id", "3-5"));

        assertThat(added.get("slug").asString()).isEqualTo(tenant);
        assertThat(added.get("stats-token").asString()).hasSize(36);
        assertThat(secrets.keys()).containsExactlyInAnyOrder(tenant + "-003", tenant + "-004", tenant + "-005");
        assertThat(secrets.get(tenant + "-004").asString()).matches("[A-Za-z0-9]{42}");
        BbbClient client = BbbClient.byHost(
                testbed.server().httpPort(),
                tenant.toLowerCase(Locale.ROOT) + "-4.localhost",
                secrets.get(tenant + "-004").asString());
        assertThat(client.get("getMeetings").succeeded()).isTrue();
    }

    @Test
    void addsecrets_leaves_those_that_are_there_as_they_are() {
        ModelNode added = operations.call("addsecrets", Map.of("tenant-slug", pool.tenant(), "sub-id", "0-1"));

        assertThat(added.keys()).containsExactly(pool.tenant() + "-001");
    }

    @Test
    void gettenantsecrets_gives_endpoints_and_secrets() {
        ModelNode secrets = operations.call("gettenantsecrets", Map.of("tenant-slug", pool.tenant()));

        ModelNode zero = secrets.get(pool.tenant() + "-000");
        String lower = pool.tenant().toLowerCase(Locale.ROOT);
        assertThat(secrets.keys()).hasSize(1);
        assertThat(zero.get("hostname").asString()).isEqualTo(lower + ".localhost");
        assertThat(zero.get("path").asString()).isEqualTo("/b3lb/t/" + lower + "/bbb/");
        assertThat(zero.get("secret").asString()).hasSize(42);
        assertThat(operations.call("gettenantsecrets").keys()).contains(pool.tenant() + "-000");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("addcluster", "name", Map.of()),
                refusal("addcluster", "already a cluster CLUSTER", Map.of("name", "CLUSTER")),
                refusal("addcluster", "sha", Map.of("name", "x", "sha", "md5")),
                refusal("addcluster", "cpu-order", Map.of("name", "x", "cpu-order", "many")),
                refusal("addcluster", "attendee-factor", Map.of("name", "x", "attendee-factor", "-1")),
                refusal("addcluster", "no parameter nonsense", Map.of("name", "x", "nonsense", "1")),
                refusal("addclustergroup", "no cluster nowhere", Map.of("name", "x", "clusters", "nowhere")),
                refusal("addclustergroup", "already a cluster group GROUP", Map.of("name", "GROUP")),
                refusal("addnode", "already a node NODE", Map.of("slug", "NODE", "secret", "s", "cluster", "CLUSTER")),
                refusal("addnode", "no cluster nowhere", Map.of("slug", "x", "secret", "s", "cluster", "nowhere")),
                refusal("addnode", "secret", Map.of("slug", "x", "secret", " ", "cluster", "CLUSTER")),
                refusal("addnode", "slug", Map.of("slug", "bad slug!", "secret", "s", "cluster", "CLUSTER")),
                refusal("addnode", "port", Map.of("slug", "x", "secret", "s", "cluster", "CLUSTER", "port", "70000")),
                refusal("addnode", "url", Map.of("slug", "x", "secret", "s", "cluster", "CLUSTER", "url", "ftp://x")),
                refusal(
                        "addnode",
                        "URL",
                        Map.of("slug", "x", "secret", "s", "cluster", "CLUSTER", "url", "http://[x/")),
                refusal("setnode", "no node nowhere", Map.of("slug", "nowhere", "tag", "x")),
                refusal("setnode", "load-multiplier", Map.of("slug", "NODE", "load-multiplier", "0")),
                refusal("setnode", "secret", Map.of("slug", "NODE", "secret", "")),
                refusal("maintenance", "slug and cluster", Map.of("on", "true")),
                refusal("maintenance", "on", Map.of("slug", "NODE")),
                refusal("maintenance", "no node nowhere", Map.of("slug", "nowhere", "on", "true")),
                refusal("maintenance", "wait", Map.of("slug", "NODE", "on", "true", "wait", "-1")),
                refusal("poll", "no node nowhere", Map.of("slug", "nowhere")),
                refusal("servers", "no cluster nowhere", Map.of("cluster", "nowhere")),
                refusal("status", "no parameter slug", Map.of("slug", "NODE")),
                refusal("getloadvalues", "no parameter slug", Map.of("slug", "NODE")),
                refusal("addtenant", "no cluster group nowhere", Map.of("slug", "XY", "cluster-group", "nowhere")),
                refusal("addtenant", "already a tenant TENANT", Map.of("slug", "TENANT", "cluster-group", "GROUP")),
                refusal("addtenant", "slug", Map.of("slug", "1A", "cluster-group", "GROUP")),
                refusal("addtenant", "limit", Map.of("slug", "XY", "cluster-group", "GROUP", "meeting-limit", "-1")),
                refusal("addsecrets", "no tenant NOBODY", Map.of("tenant-slug", "nobody", "sub-id", "0")),
                refusal("addsecrets", "sub-id", Map.of("tenant-slug", "TENANT", "sub-id", "5-1")),
                refusal("addsecrets", "sub-id", Map.of("tenant-slug", "TENANT", "sub-id", "1000")),
                refusal("gettenantsecrets", "no tenant NOBODY", Map.of("tenant-slug", "nobody")),
                refusal("clusters", "limit", Map.of("limit", "0")),
                refusal("clustergroups", "offset", Map.of("offset", "-1")),
                refusal("parameters", "no tenant NOBODY", Map.of("tenant-slug", "nobody")),
                refusal("assets", "no tenant NOBODY", Map.of("tenant-slug", "nobody")),
                refusal("knownparameters", "call", Map.of("call", "end")),
                refusal("meetingstats", "no parameter slug", Map.of("slug", "NODE")),
                refusal("servers-cordon", "nowhere", Map.of("id", "nowhere")),
                refusal("servers-disable", "nowhere", Map.of("id", "nowhere")),
                refusal("servers-panic", "nowhere", Map.of("id", "nowhere")));
    }

    private static Arguments refusal(String operation, String words, Map<String, String> parameters) {
        return Arguments.of(operation, words, parameters);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_makes_no_sense_is_refused_with_a_sentence(String operation, String words, Map<String, String> parameters)
            throws IOException {
        Map<String, String> real = new TreeMap<>(parameters);
        real.replaceAll((name, value) -> value.replace("CLUSTER", pool.cluster())
                .replace("GROUP", pool.group())
                .replace("NODE", slug())
                .replace("TENANT", pool.tenant()));
        String wanted = words.replace("CLUSTER", pool.cluster())
                .replace("GROUP", pool.group())
                .replace("NODE", slug())
                .replace("TENANT", pool.tenant());
        ServerLog log = ServerLog.fromNow(testbed.server());

        assertThatThrownBy(() -> operations.call(operation, real))
                .isInstanceOf(OperationRejected.class)
                .extracting(refused -> ((OperationRejected) refused).reason())
                .asString()
                .contains(wanted)
                .doesNotContain("Exception", "failed inside");
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void an_unknown_operation_is_refused() {
        assertThatThrownBy(() -> operations.call("nonsense")).isInstanceOf(OperationRejected.class);
    }
}
