package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server whose metrics are public, have B3LB's names too, and that does not answer the API. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsSettingsIT {

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;
    private AdminClient client;

    MetricsSettingsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        own = OwnServer.start(testbed, "public", plan -> plan.with("B3LB_METRICS_PUBLIC", "on")
                .with("B3LB_METRICS_OLD_NAMES", "on")
                .with("B3LB_ROLES", "poll"));
        pool = own.newPool(0);
        client = new AdminClient(own.server().httpPort());
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Test
    void everybody_reads_everything_without_a_log_in_or_with_a_wrong_one() throws IOException {
        for (String path : new String[] {"/b3lb/metrics", "/b3lb/metrics/server", "/b3lb/stats"}) {
            assertThat(client.get(Testbed.BASE_DOMAIN, path).status()).isEqualTo(200);
            assertThat(client.get("10.0.0.7", path, "Authorization: nonsense").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_tenants_figures_are_still_the_tenants() throws IOException {
        String path = "/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/metrics";

        assertThat(client.get(Testbed.BASE_DOMAIN, path).status()).isEqualTo(401);
        assertThat(client.get(Testbed.BASE_DOMAIN, path, Login.scraper().header())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void counters_have_both_names_in_the_one_form_that_can_say_them() throws IOException {
        HttpAnswer answer =
                client.get(Testbed.BASE_DOMAIN, "/b3lb/metrics", "Accept: application/openmetrics-text;version=1.0.0");

        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
        Map.of(
                        "b3lb_attendees_joined_total", "b3lb_attendees_total",
                        "b3lb_meetings_created_total", "b3lb_meetings_total",
                        "b3lb_attendee_limit_hits_total", "b3lb_attendee_limit_hits",
                        "b3lb_meeting_limit_hits_total", "b3lb_meeting_limit_hits")
                .forEach((name, old) -> assertThat(answer.text())
                        .containsPattern("(?m)^# TYPE " + name + " counter$")
                        .containsPattern("(?m)^# TYPE " + old + " counter$")
                        .containsPattern("(?m)^" + old + "\\{secret=\"" + pool.tenant() + "\"} [0-9.]+$"));
    }
}
