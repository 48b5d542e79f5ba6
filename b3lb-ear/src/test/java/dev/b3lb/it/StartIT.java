package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.Testbed;
import dev.b3lb.testbed.Workplace;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a server starts, or says why it does not. */
@OnTestbed
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartIT {

    private static final int WRONG_SETTING = 78;

    private final Testbed testbed;

    StartIT(Testbed testbed) {
        this.testbed = testbed;
    }

    private ServerPlan plan() {
        return testbed.newPlan(testbed.names().name("start")).on(testbed.postgres(), testbed.redis());
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, mysql://u:my-password@localhost/b3lb",
        "DATABASE_URL, ''",
        "B3LB_LOG_FORMAT, xml",
    })
    void what_the_start_script_needs_and_is_wrong_ends_the_start_with_status_78(String setting, String value)
            throws Exception {
        assertRefused(setting, value);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({
        "B3LB_POLL_INTERVAL, soon",
        "B3LB_API_BASE_DOMAIN, ''",
        "B3LB_NODE_REQUEST_TIMEOUT, -1",
        "CACHE_URL, http://u:my-password@localhost",
        "B3LB_METRICS_USER, ''",
        "B3LB_METRICS_PASSWORD, my-password",
    })
    void a_wrong_setting_ends_the_start_with_status_78_and_its_name(String setting, String value) throws Exception {
        assertRefused(setting, value);
    }

    private void assertRefused(String setting, String value) throws Exception {
        B3lbServer server = B3lbServer.launch(testbed.workplace(), plan().with(setting, value));

        assertThat(server.awaitEnd()).isEqualTo(WRONG_SETTING);
        assertThat(ServerLog.whole(server).text()).contains(setting).doesNotContain("my-password");
        assertThat(ServerLog.whole(server).stackTraces()).isEmpty();
    }

    @Test
    @Tag("full")
    void a_server_waits_for_a_database_that_comes_later() throws Exception {
        Workplace workplace = OwnServer.workplace(testbed, "later");
        int port = testbed.ports().draw();
        B3lbServer server = B3lbServer.launch(
                workplace, plan().with("DATABASE_URL", "postgresql://b3lb:b3lb@127.0.0.1:" + port + "/b3lb"));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(server.log())
                            && Files.readString(server.log()).contains("PostgreSQL"));
            assertThat(server.isAlive()).isTrue();
            try (PostgresServer postgres = PostgresServer.start(workplace, port)) {
                server.awaitReady(Duration.ofMinutes(2));
                assertThat(server.isReady()).isTrue();
                server.close();
                assertThat(postgres.port()).isEqualTo(port);
            }
        } finally {
            server.close();
        }
    }

    @Test
    @Tag("full")
    void a_schema_that_cannot_be_migrated_ends_the_process() throws Exception {
        Workplace workplace = OwnServer.workplace(testbed, "damaged");
        try (PostgresServer postgres =
                PostgresServer.start(workplace, testbed.ports().draw())) {
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema b3lb");
                statement.execute("create table b3lb.cluster (damaged integer)");
            }
            B3lbServer server = B3lbServer.launch(workplace, plan().on(postgres, testbed.redis()));

            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(ServerLog.whole(server).text()).contains("this server ends");
        }
    }

    @Test
    @Tag("full")
    void a_server_without_its_application_ends() throws Exception {
        B3lbServer server =
                B3lbServer.launch(testbed.workplace(), plan().with("B3LB_REQUIRED_DEPLOYMENT", "missing.ear"));

        assertThat(server.awaitEnd()).isEqualTo(1);
        assertThat(ServerLog.whole(server).text()).contains("missing.ear");
    }

    @Test
    @Tag("full")
    void a_server_without_redis_starts_and_works() throws Exception {
        ServerPlan plan =
                plan().with("CACHE_URL", "redis://127.0.0.1:" + testbed.ports().draw());
        try (B3lbServer server = B3lbServer.start(testbed.workplace(), plan)) {
            assertThat(server.isReady()).isTrue();
            assertThat(ServerLog.whole(server).stackTraces()).isEmpty();
        }
    }
}
