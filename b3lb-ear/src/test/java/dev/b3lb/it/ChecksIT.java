package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at a node and at a server, and what is said of their faults. */
@OnTestbed
class ChecksIT {

    private static final String NOT_TRIED = "not tried";

    private final Operations operations;
    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;

    ChecksIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private String slug() {
        return pool.slugs().get(0);
    }

    private ModelNode checkNode() {
        return operations.call("checknode", Map.of("slug", slug()));
    }

    private static ModelNode found(List<ModelNode> checks, String check) {
        return checks.stream()
                .filter(finding -> finding.get("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBad(ModelNode reply, String check, String words) {
        ModelNode finding = found(reply.get("checks").asList(), check);
        assertThat(reply.get("ok").asBoolean()).isFalse();
        assertThat(finding.get("ok").asBoolean()).as(finding.toString()).isFalse();
        assertThat(finding.get("words").asString()).contains(words);
    }

    private void assertNothingIsLeft() {
        assertThat(node.requests().count("create")).isPositive();
        assertThat(node.requests().count("end")).isPositive();
        assertThat(node.meetings().all()).allMatch(FakeMeeting::isEnded);
    }

    private static void assertNotTried(ModelNode reply, String... checks) {
        for (String check : checks) {
            assertThat(found(reply.get("checks").asList(), check).get("words").asString())
                    .as(check)
                    .isEqualTo(NOT_TRIED);
        }
    }

    @Test
    void a_node_that_is_well_is_told_check_by_check() {
        ModelNode reply = checkNode();

        List<ModelNode> checks = reply.get("checks").asList();
        assertThat(checks)
                .extracting(finding -> finding.get("check").asString())
                .containsExactly("address", "connection", "tls", "secret", "load", "version", "clock", "create", "end");
        assertThat(checks).allSatisfy(finding -> {
            assertThat(finding.get("ok").asBoolean()).as(finding.toString()).isTrue();
            assertThat(finding.get("words").asString()).isNotBlank();
        });
        assertThat(reply.get("slug").asString()).isEqualTo(slug());
        assertThat(reply.get("ok").asBoolean()).isTrue();
        assertThat(found(checks, "tls").get("words").asString()).contains("not used");
        assertNothingIsLeft();
        assertThat(node.requests().count("create")).isEqualTo(1);
    }

    @Test
    void a_node_in_maintenance_can_be_checked() {
        operations.call("maintenance", Map.of("slug", slug(), "on", "true"));

        assertThat(checkNode().get("ok").asBoolean()).isTrue();
    }

    /** The end does not get through, so the meeting is there when the node is polled. */
    @Test
    void the_test_meeting_is_nobodys_orphan_and_counts_nowhere() {
        node.faults().set(Fault.status(500), "end");

        ModelNode reply = checkNode();
        pool.poll(slug());

        assertBad(reply, "end", "ends by itself");
        assertThat(node.meetings().all()).anyMatch(meeting -> !meeting.isEnded());
        assertThat(operations.call("orphans", Map.of("node", slug())).asList()).isEmpty();
        assertThat(Reports.of(pool, node).get("meetings").asInt()).isZero();
    }

    @Test
    void a_test_meeting_whose_create_was_not_answered_is_ended_too() {
        node.faults().set(Fault.answerLost(), "create");

        ModelNode reply = checkNode();

        assertBad(reply, "create", "the connection broke");
        assertNotTried(reply, "clock");
        ModelNode end = found(reply.get("checks").asList(), "end");
        assertThat(end.get("ok").asBoolean()).as(end.toString()).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void a_node_that_refuses_connections_is_not_asked_further() {
        node.faults().refuseConnections();

        ModelNode reply = checkNode();

        assertBad(reply, "connection", "refused");
        assertNotTried(reply, "secret", "load", "version", "clock", "create", "end");
    }

    @Test
    void a_host_without_an_address_is_told() {
        String nowhere = testbed.names().name("node");
        operations.call(
                "addnode",
                Map.of(
                        "slug",
                        nowhere,
                        "secret",
                        "s",
                        "cluster",
                        pool.cluster(),
                        "url",
                        "https://nowhere.invalid/bigbluebutton/api/",
                        "maintenance",
                        "true"));

        ModelNode reply = operations.call("checknode", Map.of("slug", nowhere));

        assertBad(reply, "address", "nowhere.invalid");
        assertNotTried(reply, "connection", "tls", "secret");
    }

    @Test
    void a_node_that_speaks_no_tls_is_told() {
        operations.call("setnode", Map.of("slug", slug(), "url", node.baseUrl().replace("http:", "https:")));

        ModelNode reply = checkNode();

        assertBad(reply, "tls", "TLS");
        assertNotTried(reply, "secret", "create");
    }

    @Test
    void a_wrong_secret_is_told_and_nothing_is_created() {
        operations.call("setnode", Map.of("slug", slug(), "secret", "not-the-secret-of-this-node"));

        ModelNode reply = checkNode();

        assertBad(reply, "secret", "The secret is wrong");
        assertNotTried(reply, "clock", "create", "end");
        assertThat(reply.toString()).doesNotContain("not-the-secret-of-this-node", node.secret());
        assertThat(found(reply.get("checks").asList(), "load").get("ok").asBoolean())
                .isTrue();
    }

    @Test
    void a_node_that_hangs_is_left_in_time() {
        node.faults().set(Fault.hang());
        long start = System.nanoTime();

        ModelNode reply = checkNode();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertBad(reply, "secret", "no complete answer in time");
        assertBad(reply, "load", "no complete answer in time");
        assertNotTried(reply, "create");
    }

    @Test
    void a_page_in_place_of_the_api_is_told() {
        node.faults().set(Fault.loginPage(), "getMeetings");

        assertBad(checkNode(), "secret", "is not BBB's API");
    }

    @Test
    void a_node_without_a_load_url_is_told_what_that_means() {
        node.faults().set(Fault.status(404), "load");

        ModelNode reply = checkNode();

        assertBad(reply, "load", "HTTP status 404. The node gets meetings, but its load is counted without CPU");
        assertThat(found(reply.get("checks").asList(), "create").get("ok").asBoolean())
                .isTrue();
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        node.setClockOffset(Duration.ofHours(-1));

        ModelNode reply = checkNode();

        assertBad(reply, "clock", "ms behind this server");
        assertThat(found(reply.get("checks").asList(), "end").get("ok").asBoolean())
                .isTrue();
    }

    @Test
    void a_create_that_the_node_refuses_is_told() {
        node.faults().set(Fault.failed("maxParticipantsReached", "no"), "create");

        ModelNode reply = checkNode();

        assertBad(reply, "create", "maxParticipantsReached");
        assertNotTried(reply, "clock", "end");
    }

    @Test
    void a_node_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> operations.call("checknode", Map.of("slug", "nowhere")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("no node nowhere");
    }

    @Test
    void a_server_that_is_well_says_so_of_all_that_it_needs() {
        List<ModelNode> checks = operations.call("check").asList();

        assertThat(checks)
                .extracting(finding -> finding.get("check").asString())
                .containsExactly(
                        "database", "schema", "redis", "clock", "nodes", "polling", "callbacks", "memory", "disk");
        assertThat(List.of("schema", "redis", "clock", "nodes", "polling", "callbacks"))
                .allSatisfy(check -> assertThat(found(checks, check).get("ok").asBoolean())
                        .as(found(checks, check).toString())
                        .isTrue());
        assertThat(found(checks, "database").get("words").asString()).contains("PostgreSQL 1");
    }

    @Test
    void a_check_of_the_server_takes_no_parameter() {
        assertThatThrownBy(() -> operations.call("check", Map.of("slug", slug())))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("no parameter slug");
    }
}
