package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a healthy server says of itself. */
@OnTestbed
class HealthIT {

    private final Testbed testbed;

    HealthIT(Testbed testbed) {
        this.testbed = testbed;
    }

    private HealthReport report(String path) throws IOException {
        return HealthReport.of(testbed.server(), path);
    }

    @ParameterizedTest
    @CsvSource({"/live, answers", "/started, started"})
    void a_server_lives_and_has_started(String path, String check) throws IOException {
        assertThat(report(path).up()).isTrue();
        assertThat(report(path).names()).containsExactly(check);
    }

    @Test
    void a_ready_server_tells_how_what_it_needs_is_doing() throws IOException {
        try (Pool pool = testbed.newPool(1)) {
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> report("/ready")
                    .reachable("redis"));
            HealthReport ready = report("/ready");

            assertThat(ready.up()).isTrue();
            assertThat(ready.names()).containsExactlyInAnyOrder("running", "database", "redis", "polls");
            assertThat(ready.reachable("database")).isTrue();
            assertThat(ready.data("database").get("seconds-since-answer").asLong())
                    .isBetween(0L, 4L);
            assertThat(ready.data("redis").get("seconds-since-answer").asLong()).isBetween(0L, 10L);
            assertThat(ready.data("polls").get("oldest-seconds").asLong())
                    .as("nodes %s are polled each two seconds", pool.slugs())
                    .isBetween(0L, 60L);
        }
    }

    /** A probe must not take a server for dead because of what it says of itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Accept: text/plain", "Accept: nonsense", "Accept: ;q=x", "Accept-Language: =", "Content-Type: ;"
            })
    void whatever_a_probe_sends_it_is_told(String header) throws IOException {
        HttpAnswer answer = new RawHttp(testbed.server().httpPort())
                .send("GET", "/health/ready", List.of("Host: localhost", header), new byte[0]);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"status\":\"UP\"");
    }

    @Test
    void all_checks_are_told_at_once() throws IOException {
        assertThat(report("").up()).isTrue();
        assertThat(report("").names())
                .containsExactlyInAnyOrder("answers", "running", "database", "redis", "polls", "started");
    }
}
