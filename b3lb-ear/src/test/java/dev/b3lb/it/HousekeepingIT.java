package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

@OnTestbed
class HousekeepingIT {

    private static final String OLD = "a very old change";
    private static final String YOUNG = "a change of last month";

    @Test
    void the_daily_job_forgets_old_audit_records_and_keeps_young_ones(Testbed testbed) throws SQLException {
        try (Connection database = testbed.postgres().connect()) {
            insertRecord(database, OLD, "2 years");
            insertRecord(database, YOUNG, "30 days");

            testbed.operations().call(batchOfTheApplication(), "start-job", Map.of("job-xml-name", "housekeeping"));

            await().atMost(Duration.ofSeconds(30)).until(() -> records(database, OLD) == 0);
            assertThat(records(database, YOUNG)).isEqualTo(1);
        }
    }

    @Test
    void the_daily_job_forgets_calls_that_were_made_or_given_up_long_ago(Testbed testbed) throws SQLException {
        try (Connection database = testbed.postgres().connect();
                Pool pool = testbed.newPool(0)) {
            insertCall(database, pool, "DONE", "8 days");
            insertCall(database, pool, "DONE", "6 days");
            insertCall(database, pool, "GIVEN_UP", "31 days");
            insertCall(database, pool, "GIVEN_UP", "29 days");

            testbed.operations().call(batchOfTheApplication(), "start-job", Map.of("job-xml-name", "housekeeping"));

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(testbed.operations()
                            .call("callbacks", Map.of("tenant-slug", pool.tenant()))
                            .asList())
                    .extracting(call -> call.get("meeting-id").asString())
                    .containsExactlyInAnyOrder("DONE 6 days", "GIVEN_UP 29 days"));
        }
    }

    @Test
    void the_daily_job_forgets_sizes_of_meetings_of_long_ago(Testbed testbed) throws SQLException {
        try (Pool pool = testbed.newPool(0)) {
            SizeRows sizes = SizeRows.of(testbed.postgres(), pool);
            sizes.insertSize(91, "91 days");
            sizes.insertSize(89, "89 days");

            testbed.operations().call(batchOfTheApplication(), "start-job", Map.of("job-xml-name", "housekeeping"));

            await().atMost(Duration.ofSeconds(30)).until(() -> sizes.kept(91) == 0);
            assertThat(sizes.kept(89)).isEqualTo(1);
        }
    }

    private static void insertCall(Connection database, Pool pool, String state, String age) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("""
                insert into b3lb.outbox (id, purpose, once, tenant_id, meeting_id, url, host, state, over_at)
                select gen_random_uuid(), 'MEETING_ENDED', gen_random_uuid()::text, id, ?, 'http://a/', 'a', ?,
                       now() - cast(? as interval)
                from b3lb.tenant where slug = ?""")) {
            statement.setString(1, state + " " + age);
            statement.setString(2, state);
            statement.setString(3, age);
            statement.setString(4, pool.tenant());
            statement.executeUpdate();
        }
    }

    private static ModelNode batchOfTheApplication() {
        return new ModelNode()
                .add("deployment", "b3lb.ear")
                .add("subdeployment", "b3lb-ejb.jar")
                .add("subsystem", "batch-jberet");
    }

    private static void insertRecord(Connection database, String subject, String age) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    "insert into b3lb.audit (at, who, door, operation, subject) values (now() - interval '" + age
                            + "', 'somebody', 'MANAGEMENT', 'setnode', '" + subject + "')");
        }
    }

    private static int records(Connection database, String subject) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from b3lb.audit where subject = '" + subject + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
