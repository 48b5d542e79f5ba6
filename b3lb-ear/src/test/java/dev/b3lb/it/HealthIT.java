package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void all_checks_are_told_at_once() throws IOException {
        assertThat(report("").up()).isTrue();
        assertThat(report("").names())
                .containsExactlyInAnyOrder("answers", "running", "database", "redis", "polls", "started");
    }
}
