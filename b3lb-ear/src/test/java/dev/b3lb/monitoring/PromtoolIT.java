package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Promtool.Result;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool reads what a running server tells, the rules, the dashboard and the scrape configuration. */
@OnTestbed
@Tag("full")
class PromtoolIT {

    /** Its status when everything could be read, but names or help texts are not as Prometheus recommends. */
    private static final int ONLY_RECOMMENDATIONS = 3;

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
    private static final Pattern SECRET_FILE = Pattern.compile("(?:password_file|credentials_file): (\\S+)");

    private static BusyPool pool;
    private static Scraper scraper;

    @TempDir
    private Path directory;

    private Promtool promtool;

    @BeforeAll
    static void makePool(Testbed testbed) throws IOException {
        pool = BusyPool.on(testbed);
        scraper = Scraper.ofEverything(testbed);
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @BeforeEach
    void makePromtool() {
        promtool = new Promtool(directory);
    }

    private static String tenantsPath() {
        return "/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/metrics";
    }

    private static void assertFaultless(Result result) {
        assertThat(result.output()).doesNotContain("FAILED");
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void the_metrics_of_everything_are_as_prometheus_wants_them() throws IOException {
        assertFaultless(promtool.run(scraper.text("/b3lb/metrics"), "check", "metrics"));
    }

    @Test
    void a_tenants_metrics_are_as_prometheus_wants_them(Testbed testbed) throws IOException {
        String told = Scraper.ofTenant(testbed, pool.tenant()).text(tenantsPath());

        assertFaultless(promtool.run(told, "check", "metrics"));
    }

    /** Names and help texts are those of MicroProfile. */
    @Test
    void the_servers_own_metrics_can_be_read() throws IOException {
        Result result = promtool.run(scraper.text("/b3lb/metrics/server"), "check", "metrics");

        assertThat(result.status()).as(result.output()).isIn(0, ONLY_RECOMMENDATIONS);
    }

    @Test
    void prometheus_reads_open_metrics_of_everything_and_of_a_tenant(Testbed testbed) throws IOException {
        assertReadable(scraper.answer("/b3lb/metrics", OPEN_METRICS));
        assertReadable(Scraper.ofTenant(testbed, pool.tenant()).answer(tenantsPath(), OPEN_METRICS));
    }

    /** Only its import of old samples reads OpenMetrics, and wants each of them to have a time. */
    private void assertReadable(HttpAnswer answer) throws IOException {
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/openmetrics-text");
        assertThat(answer.text()).endsWith("# EOF\n").doesNotContain(" # {");
        Path timed = directory.resolve("openmetrics.txt");
        Files.writeString(timed, answer.text().replaceAll("(?m)^([^#\\n].*)$", "$1 1700000000"));

        assertFaultless(
                promtool.run("", "tsdb", "create-blocks-from", "openmetrics", timed.toString(), directory + "/blocks"));
    }

    @Test
    void the_rules_are_valid() {
        assertFaultless(promtool.run("", "check", "rules", MonitoringDirectory.path() + "/rules.yml"));
    }

    @Test
    void the_unit_tests_of_the_rules_pass() {
        assertFaultless(promtool.run("", "test", "rules", MonitoringDirectory.path() + "/rules-test.yml"));
    }

    @Test
    void the_scrape_configuration_is_valid_once_its_secrets_are_there() throws IOException {
        for (String file : new String[] {"prometheus.yml", "rules.yml"}) {
            Files.copy(MonitoringDirectory.path().resolve(file), directory.resolve(file));
        }
        Files.createDirectory(directory.resolve("secrets"));
        for (String secret : SECRET_FILE
                .matcher(Files.readString(directory.resolve("prometheus.yml")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            Files.writeString(directory.resolve(secret), "a secret");
        }

        assertFaultless(promtool.run("", "check", "config", "prometheus.yml"));
    }

    @Test
    void each_query_of_the_dashboard_is_valid_and_finds_what_two_servers_tell() throws IOException {
        DashboardRules rules = new DashboardRules(MonitoringDirectory.dashboard(), MonitoringDirectory.agreedScrape());
        Files.writeString(directory.resolve(DashboardRules.RULES), rules.rules());
        Files.writeString(directory.resolve("test.yml"), rules.test());

        assertFaultless(promtool.run("", "check", "rules", DashboardRules.RULES));
        assertFaultless(promtool.run("", "test", "rules", "test.yml"));
    }
}
