package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.sql.Connection;
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
