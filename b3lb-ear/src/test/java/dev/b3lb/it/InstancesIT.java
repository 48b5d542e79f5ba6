package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which servers are up. */
@OnTestbed
class InstancesIT {

    private static final Duration BEAT = Duration.ofSeconds(10);

    private static final ModelNode BATCH = new ModelNode()
            .add("deployment", "b3lb.ear")
            .add("subdeployment", "b3lb-ejb.jar")
            .add("subsystem", "batch-jberet");

    private final Testbed testbed;
    private final Operations operations;

    InstancesIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    private ModelNode shared() {
        return operations.call("instances", Map.of("name", "server")).get(0);
    }

    @Test
    void a_server_tells_what_it_does() {
        try (Pool pool = testbed.newPool(1)) {
            long version =
                    operations.call("figures").get("configuration-version").asLong();

            Awaitility.await().atMost(BEAT).untilAsserted(() -> {
                assertThat(shared().get("polled-nodes").asInt()).isPositive();
                assertThat(shared().get("configuration-version").asLong()).isGreaterThanOrEqualTo(version);
            });

            ModelNode instance = shared();
            assertThat(instance.get("state").asString()).isEqualTo("up");
            assertThat(instance.get("version"))
                    .isEqualTo(operations.call("figures").get("version"));
            assertThat(instance.get("roles").asList())
                    .extracting(ModelNode::asString)
                    .containsExactly("api", "console", "poll", "render");
            assertThat(Instant.parse(instance.get("since").asString()))
                    .isBefore(Instant.parse(instance.get("last-seen").asString()));
            assertThat(List.of("polls-under-way", "callbacks-under-way", "open-meetings"))
                    .allSatisfy(name ->
                            assertThat(instance.get(name).asInt()).as(name).isNotNegative());
            assertThat(instance.get("jobs").asList()).isEmpty();
        }
    }

    @Test
    void a_server_that_is_gone_is_away_for_an_hour_and_then_forgotten() throws SQLException {
        String gone = testbed.names().name("gone");
        String longGone = testbed.names().name("gone");
        insert(gone, "59 minutes");
        insert(longGone, "61 minutes");

        assertThat(Servers.stateOf(operations, gone)).isEqualTo("away");
        assertThat(Servers.stateOf(operations, longGone)).isEmpty();
        Awaitility.await().atMost(BEAT).until(() -> rows(longGone) == 0);
        assertThat(rows(gone)).isEqualTo(1);
    }

    /** The job waits for the table that it is to delete from. */
    @Test
    void a_job_is_told_while_it_runs() throws SQLException {
        try (Connection database = testbed.postgres().connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table b3lb.audit in exclusive mode");
            operations.call(BATCH, "start-job", Map.of("job-xml-name", "housekeeping"));

            awaitJobs("housekeeping");
            database.rollback();
            awaitJobs();
        }
    }

    private void awaitJobs(String... names) {
        Awaitility.await().atMost(BEAT).untilAsserted(() -> assertThat(
                        shared().get("jobs").asList())
                .extracting(ModelNode::asString)
                .containsExactly(names));
    }

    @Test
    void a_server_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> operations.call("instances", Map.of("name", "nobody")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("No server nobody was up");
    }

    @Test
    @Tag("full")
    void a_server_that_is_killed_is_away_within_seconds_and_up_again_when_it_is_back() {
        try (B3lbServer victim = B3lbServer.start(
                testbed.workplace(), testbed.newPlan("victim").on(testbed.postgres(), testbed.redis()))) {
            awaitState("victim", "up");

            victim.kill();
            awaitState("victim", "away");
            victim.restart();

            awaitState("victim", "up");
            Awaitility.await()
                    .atMost(BEAT)
                    .until(() -> Servers.named(operations, "victim").size() == 1);
        }
    }

    private void awaitState(String name, String state) {
        Awaitility.await().atMost(BEAT).until(() -> Servers.stateOf(operations, name)
                .equals(state));
    }

    private void insert(String name, String ago) throws SQLException {
        execute("""
                insert into b3lb.instance (id, name, version, roles, started_at, seen_at, configuration_version,
                                           polled_nodes, polls_under_way, callbacks_under_way, open_meetings, jobs)
                values (gen_random_uuid(), '%s', '1', '{}', now() - interval '2 hours', now() - interval '%s', 1, 0, 0,
                        0, 0, '{}')""".formatted(name, ago));
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = testbed.postgres().connect();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int rows(String name) throws SQLException {
        try (Connection database = testbed.postgres().connect();
                Statement statement = database.createStatement();
                var count = statement.executeQuery(
                        "select count(*) from b3lb.instance where name = '%s'".formatted(name))) {
            count.next();
            return count.getInt(1);
        }
    }
}
